import type { Role } from '#lib/domain/people/roles.ts'

/**
 * One line for every action, `file#export`: who is refused. An action without a line fails refusals.test.ts.
 * `lacks` is the highest role that may not (`null`: signed in is enough, it is about one's own account); `door` is open to whoever
 * is signed out, and refuses what it is given here. `args` are what the page would send.
 */
export type RefusalCase =
  | {
      readonly lacks: Role | 'nobody-without-role' | null
      readonly args: () => readonly unknown[]
      /** A read that answers whoever may not with null or an empty list, or a void action that does nothing. */
      readonly answersNothing?: true
    }
  | { readonly door: () => readonly unknown[] }

const idle = { kind: 'idle' } as const

export function formOf(fields: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

const send = (fields: Readonly<Record<string, string>> = {}) => {
  return () => [idle, formOf(fields)]
}
const token = 'A'.repeat(43)
const words = { password: 'a valley with three borders', passwordAgain: 'a valley with three borders' }
const key = { lacks: 'chief_editor', args: send({ id: '1' }) } as const
const own = { lacks: null, args: send() } as const
const ofArticle = { lacks: 'nobody-without-role', answersNothing: true } as const
const ofComment = { lacks: 'contributor' } as const
const people = { lacks: 'chief_editor', args: send({ personId: 'x' }) } as const

/** Steps of an article that the tester did not begin. */
function steps(file: string, lacks: Role, names: readonly string[]): Readonly<Record<string, RefusalCase>> {
  return Object.fromEntries(
    names.map((name) => [`${file}#${name}`, { lacks, args: send({ articleId: '1', version: '1' }) }]),
  )
}

function stages(names: readonly string[]): Readonly<Record<string, RefusalCase>> {
  return Object.fromEntries(
    names.map((name) => [`sections/desk-stages.ts#${name}`, { lacks: 'editor', args: send({ desk: 'edition-1' }) }]),
  )
}

export const refusalCases: Readonly<Record<string, RefusalCase>> = {
  'sign-in/sign-in.ts#signIn': { door: send({ email: 'nobody@example.org', password: 'wrong' }) },
  'sign-in/code.ts#sendCode': { door: send({ code: '123456' }) },
  'sign-in/first-run.ts#openNewsroom': { door: send({ token, name: 'X', email: 'x@example.org', ...words }) },
  'sign-in/invitation.ts#join': { door: send({ token, name: 'X', ...words }) },
  'sign-in/reset.ts#askReset': { door: send({ email: 'no address' }) },
  'sign-in/reset.ts#setNewPassword': { door: send({ token, ...words }) },
  'sign-in/confirm.ts#confirmPassword': own,
  'sign-in/confirm.ts#confirmHere': own,
  'sign-in/sign-out.ts#signOut': own,
  'account/profile.ts#saveProfile': own,
  'account/single-keys.ts#saveSingleKeys': own,
  'account/password.ts#changePassword': own,
  'account/sessions.ts#endSession': own,
  'account/sessions.ts#endOtherSessions': own,
  'account/sessions.ts#renamePasskey': own,
  'account/sessions.ts#forgetPasskey': own,
  'account/two-factor.ts#beginTwoFactor': own,
  'account/two-factor.ts#finishTwoFactor': own,
  'account/two-factor.ts#turnOffTwoFactor': own,
  'account/two-factor.ts#renewRecoveryCodes': own,
  'people/invite.ts#invite': people,
  'people/invite.ts#withdrawInvitation': people,
  'people/roles.ts#giveRole': people,
  'people/roles.ts#takeRole': people,
  'people/roles.ts#requireTwoFactor': people,
  'people/access.ts#closeAccount': people,
  'people/access.ts#openAccount': people,
  'people/access.ts#makeResetLink': people,
  'people/access.ts#dropTwoFactor': people,
  'delivery/webhooks.ts#addWebhook': key,
  'delivery/webhooks.ts#renewSecret': key,
  'delivery/webhooks.ts#stopWebhook': key,
  'delivery/webhooks.ts#startWebhook': key,
  'delivery/webhooks.ts#removeWebhook': key,
  'delivery/webhooks.ts#tryWebhook': key,
  'delivery/deliveries.ts#sendAgain': key,
  'delivery/deliveries.ts#saveDeliverySettings': key,
  'keys/api-keys.ts#makeApiKey': key,
  'keys/api-keys.ts#endApiKey': key,
  'people/audit.ts#checkSeals': { lacks: 'editor', args: send() },
  'articles/create-article.ts#createDraft': {
    lacks: 'nobody-without-role',
    args: send({ blogId: '1', headline: 'X' }),
  },
  'articles/create-article.ts#translateArticle': {
    lacks: 'nobody-without-role',
    args: send({ articleId: '1', blogId: '1' }),
  },
  'media/pictures.ts#saveFocus': { lacks: 'reporter', args: send({ id: '1', version: '1', x: '50', y: '50' }) },
  'media/pictures.ts#saveNotes': { lacks: 'reporter', args: send({ id: '1', version: '1', credit: 'X' }) },
  'media/pictures.ts#deletePicture': { lacks: 'editor', args: send({ id: '1' }) },
  'media/picture-texts.ts#saveTexts': {
    lacks: 'reporter',
    args: send({ id: '1', version: '1', locale: 'en', alt: 'X' }),
  },
  'articles/editor-lookups.ts#findArticles': {
    lacks: 'nobody-without-role',
    args: () => [{ articleId: 1, text: 'x' }],
  },
  'articles/editor-lookups.ts#findPictures': { lacks: 'nobody-without-role', args: () => [{ text: 'x' }] },
  'articles/save-article.ts#saveArticle': {
    lacks: 'nobody-without-role',
    args: () => [{ articleId: 1, version: 1, tab: 'x', sequence: 1 }],
  },
  'articles/save-article.ts#readNewest': { ...ofArticle, args: () => [{ articleId: 1 }] },
  'articles/save-article.ts#readLooseCopies': { ...ofArticle, args: () => [{ articleId: 1 }] },
  'articles/save-article.ts#putAwayCopy': { ...ofArticle, args: () => [{ articleId: 1, tab: 'x', sequence: 1 }] },
  'articles/save-article.ts#bringBackCopy': { ...ofArticle, args: () => [{ articleId: 1, tab: 'x' }] },
  'articles/save-article.ts#readDraftKey': {
    lacks: null,
    answersNothing: true,
    args: () => [{ keyId: '0'.repeat(32) }],
  },
  'finding/find.ts#findAnything': { lacks: 'nobody-without-role', args: () => [{ text: 'x' }] },
  'finding/find.ts#findRecent': { ...ofArticle, args: () => [{ refs: [{ kind: 'article', id: '1' }] }] },
  'finding/saved-filters.ts#saveFilter': {
    lacks: 'reporter',
    args: send({ name: 'X', query: 'state=draft', isShared: 'yes' }),
  },
  'finding/saved-filters.ts#renameFilter': { lacks: null, args: send({ id: '1', name: 'X' }) },
  'finding/saved-filters.ts#removeFilter': { lacks: null, args: send({ id: '1' }) },
  'publishing/bulk.ts#carryOutBulk': { lacks: 'reporter', args: send({ act: 'approve', item: '1:1' }) },
  'articles/comments.ts#readComments': { ...ofComment, args: () => [{ articleId: 1 }] },
  'articles/comments.ts#writeComment': {
    ...ofComment,
    args: () => [{ articleId: 1, parentId: null, text: 'x', anchor: null, wantsCorrection: false }],
  },
  'articles/comments.ts#resolveComment': { ...ofComment, args: () => [{ articleId: 1, id: 1 }] },
  'articles/comments.ts#reopenComment': { ...ofComment, args: () => [{ articleId: 1, id: 1 }] },
  'articles/notices.ts#readNotices': { lacks: null, answersNothing: true, args: () => [{ articleId: 1, newest: 1 }] },
  'articles/deadline.ts#setArticleDeadline': {
    lacks: 'nobody-without-role',
    args: send({ articleId: '1', due: '', seen: '' }),
  },
  'articles/revisions.ts#restoreRevision': {
    lacks: 'nobody-without-role',
    args: send({ articleId: '1', version: '1', number: '1', reason: 'x' }),
  },
  'sections/change-blog.ts#saveBlog': { lacks: 'reporter', args: send({ id: '1' }) },
  'sections/change-page.ts#savePage': { lacks: 'editor', args: send({ id: '1' }) },
  'references/topics.ts#createTopic': { lacks: 'editor', args: send({ edition: '1', name: 'X' }) },
  'references/topics.ts#saveTopic': { lacks: 'editor', args: send({ id: '1' }) },
  'references/contributors.ts#createContributor': { lacks: 'editor', args: send({ edition: '1', name: 'X' }) },
  'references/contributors.ts#saveContributor': { lacks: 'editor', args: send({ id: '1' }) },
  'references/merge-delete.ts#mergeTopics': { lacks: 'editor', args: send({ id: '1', into: '2' }) },
  'references/merge-delete.ts#mergeContributors': { lacks: 'editor', args: send({ id: '1', into: '2' }) },
  'references/merge-delete.ts#deleteTopic': { lacks: 'editor', args: send({ id: '1' }) },
  'references/merge-delete.ts#deleteContributor': { lacks: 'editor', args: send({ id: '1' }) },
  'site/editions.ts#createEdition': { lacks: 'chief_editor', args: send({ key: 'de' }) },
  'site/editions.ts#saveEdition': { lacks: 'chief_editor', args: send({ id: '1' }) },
  'site/editions.ts#saveOrder': { lacks: 'chief_editor', args: send({ id: '1', what: 'blogs', ids: '1' }) },
  'site/editions.ts#turnEditionOff': { lacks: 'chief_editor', args: send({ id: '1', count: '0' }) },
  'site/editions.ts#turnEditionOn': { lacks: 'chief_editor', args: send({ id: '1' }) },
  'site/editions.ts#makeDefaultEdition': { lacks: 'chief_editor', args: send({ id: '1' }) },
  'site/settings.ts#saveSite': { lacks: 'chief_editor', args: send({ name: 'X' }) },
  'site/settings.ts#saveSessionLength': { lacks: 'chief_editor', args: send({ days: '1' }) },
  'site/settings.ts#savePublishingSignIn': { lacks: 'chief_editor', args: send({ hours: '1' }) },
  'site/settings.ts#saveCrawlers': { lacks: 'chief_editor', args: send({}) },
  'site/settings.ts#sendTestLetter': { lacks: 'chief_editor', args: send({}) },
  'sections/arrange-front.ts#publishFront': { lacks: 'reporter', args: send({ edition: '1' }) },
  'sections/arrange-front.ts#keepFront': {
    ...{ lacks: 'reporter', answersNothing: true },
    args: () => [{ edition: '1', slots: '[]' }],
  },
  'sections/arrange-front.ts#findForFront': {
    ...{ lacks: 'reporter', answersNothing: true },
    args: () => [{ editionId: 1, text: '' }],
  },
  'sections/alerts.ts#runAlert': {
    lacks: 'reporter',
    args: send({ edition: '1', text: 'X', article: '', startsAt: '', hours: '1' }),
  },
  'sections/alerts.ts#endAlertNow': { lacks: 'reporter', args: send({ id: '1' }) },
  'publishing/preview-links.ts#makePreviewLink': { lacks: 'reporter', args: send({ articleId: '1', hours: '24' }) },
  'publishing/preview-links.ts#closePreviewLink': { lacks: 'reporter', args: send({ articleId: '1', link: '1' }) },
  'publishing/calendar-feeds.ts#makeCalendarFeed': {
    ...{ lacks: 'nobody-without-role', args: send({ edition: '1', blog: '' }) },
  },
  'publishing/calendar-feeds.ts#renewCalendarAddress': { lacks: 'nobody-without-role', args: send({ feed: '1' }) },
  'publishing/calendar-feeds.ts#endCalendarAddress': { lacks: null, args: send({ feed: '1' }) },
  'sections/alerts.ts#findForAlert': {
    ...{ lacks: 'reporter', answersNothing: true },
    args: () => [{ editionId: 1, text: '' }],
  },
  ...steps('publishing/publish-article.ts', 'reporter', [
    'submitArticle',
    'approveArticle',
    'sendBackArticle',
    'publishArticle',
  ]),
  ...steps('publishing/schedule-article.ts', 'reporter', ['scheduleArticle', 'unscheduleArticle', 'setArticleEmbargo']),
  ...steps('publishing/correct-article.ts', 'reporter', ['correctArticle']),
  ...steps('publishing/withdraw-article.ts', 'editor', [
    'withdrawArticle',
    'setArticleWithdrawal',
    'unsetArticleWithdrawal',
    'moveArticleWithdrawal',
  ]),
  ...stages(['beginStages', 'addDeskStage', 'saveDeskStage', 'removeDeskStage', 'orderDeskStages', 'resetStages']),
  'publishing/move-to-stage.ts#moveArticleToStage': {
    ...{ lacks: 'nobody-without-role', args: send({ articleId: '1', version: '1', stage: '1' }) },
  },
  ...steps('publishing/kill-article.ts', 'editor', ['killArticle']),
  'imports/import-runs.ts#startImport': { lacks: 'chief_editor', args: send({ run: '1', edition: '1', step: 'look' }) },
  'imports/import-runs.ts#stopImport': { lacks: 'chief_editor', args: send({ run: '1' }) },
  'imports/import-runs.ts#removeImportFile': { lacks: 'chief_editor', args: send({ run: '1' }) },
}
