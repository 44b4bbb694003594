import type { Role } from '#lib/domain/roles.ts'

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

export const refusalCases: Readonly<Record<string, RefusalCase>> = {
  'sign-in.ts#signIn': { door: send({ email: 'nobody@example.org', password: 'wrong' }) },
  'sign-in.ts#signInHere': { door: send({ email: 'nobody@example.org', password: 'wrong' }) },
  'sign-in-code.ts#sendCode': { door: send({ code: '123456' }) },
  'sign-in-first-run.ts#openNewsroom': { door: send({ token, name: 'X', email: 'x@example.org', ...words }) },
  'sign-in-invitation.ts#join': { door: send({ token, name: 'X', ...words }) },
  'sign-in-reset.ts#askReset': { door: send({ email: 'no address' }) },
  'sign-in-reset.ts#setNewPassword': { door: send({ token, ...words }) },
  'sign-in-confirm.ts#confirmPassword': own,
  'sign-out.ts#signOut': own,
  'account-profile.ts#saveProfile': own,
  'account-password.ts#changePassword': own,
  'account-sessions.ts#endSession': own,
  'account-sessions.ts#endOtherSessions': own,
  'account-sessions.ts#forgetPasskey': own,
  'account-two-factor.ts#beginTwoFactor': own,
  'account-two-factor.ts#finishTwoFactor': own,
  'account-two-factor.ts#turnOffTwoFactor': own,
  'account-two-factor.ts#renewRecoveryCodes': own,
  'people-invite.ts#invite': people,
  'people-invite.ts#withdrawInvitation': people,
  'people-roles.ts#giveRole': people,
  'people-roles.ts#takeRole': people,
  'people-roles.ts#requireTwoFactor': people,
  'people-access.ts#closeAccount': people,
  'people-access.ts#openAccount': people,
  'people-access.ts#makeResetLink': people,
  'audit.ts#checkSeals': { lacks: 'editor', args: send() },
  'create-article.ts#createDraft': { lacks: 'nobody-without-role', args: send({ blogId: '1', headline: 'X' }) },
  'create-article.ts#translateArticle': { lacks: 'nobody-without-role', args: send({ articleId: '1', blogId: '1' }) },
  'pictures.ts#saveFocus': { lacks: 'reporter', args: send({ id: '1', version: '1', x: '50', y: '50' }) },
  'pictures.ts#saveNotes': { lacks: 'reporter', args: send({ id: '1', version: '1', credit: 'X' }) },
  'pictures.ts#deletePicture': { lacks: 'editor', args: send({ id: '1' }) },
  'picture-texts.ts#saveTexts': { lacks: 'reporter', args: send({ id: '1', version: '1', locale: 'en', alt: 'X' }) },
  'editor-lookups.ts#findArticles': { lacks: 'nobody-without-role', args: () => [{ articleId: 1, text: 'x' }] },
  'editor-lookups.ts#findPictures': { lacks: 'nobody-without-role', args: () => [{ text: 'x' }] },
  'save-article.ts#saveArticle': {
    lacks: 'nobody-without-role',
    args: () => [{ articleId: 1, version: 1, tab: 'x', sequence: 1 }],
  },
  'save-article.ts#readNewest': { ...ofArticle, args: () => [{ articleId: 1 }] },
  'save-article.ts#readLooseCopies': { ...ofArticle, args: () => [{ articleId: 1 }] },
  'save-article.ts#putAwayCopy': { ...ofArticle, args: () => [{ articleId: 1, tab: 'x' }] },
  'save-article.ts#bringBackCopy': { ...ofArticle, args: () => [{ articleId: 1, tab: 'x' }] },
  'save-article.ts#readDraftKey': { lacks: null, answersNothing: true, args: () => [{ keyId: '0'.repeat(32) }] },
  'comments.ts#readComments': { ...ofComment, args: () => [{ articleId: 1 }] },
  'comments.ts#writeComment': {
    ...ofComment,
    args: () => [{ articleId: 1, parentId: null, text: 'x', anchor: null }],
  },
  'comments.ts#resolveComment': { ...ofComment, args: () => [{ articleId: 1, id: 1 }] },
  'comments.ts#reopenComment': { ...ofComment, args: () => [{ articleId: 1, id: 1 }] },
  'revisions.ts#restoreRevision': {
    lacks: 'nobody-without-role',
    args: send({ articleId: '1', version: '1', number: '1', reason: 'x' }),
  },
  'change-blog.ts#saveBlog': { lacks: 'reporter', args: send({ id: '1' }) },
  'change-page.ts#savePage': { lacks: 'editor', args: send({ id: '1' }) },
  'arrange-front.ts#publishFront': { lacks: 'reporter', args: send({ edition: '1' }) },
  'arrange-front.ts#findForFront': {
    ...{ lacks: 'reporter', answersNothing: true },
    args: () => [{ editionId: 1, text: '' }],
  },
  'alerts.ts#runAlert': {
    lacks: 'reporter',
    args: send({ edition: '1', text: 'X', article: '', startsAt: '', hours: '1' }),
  },
  'alerts.ts#endAlertNow': { lacks: 'reporter', args: send({ id: '1' }) },
  ...steps('publish-article.ts', 'reporter', ['submitArticle', 'approveArticle', 'sendBackArticle', 'publishArticle']),
  ...steps('schedule-article.ts', 'reporter', ['scheduleArticle', 'unscheduleArticle', 'setArticleEmbargo']),
  ...steps('correct-article.ts', 'reporter', ['correctArticle']),
  ...steps('withdraw-article.ts', 'editor', ['withdrawArticle']),
  ...steps('kill-article.ts', 'editor', ['killArticle']),
}
