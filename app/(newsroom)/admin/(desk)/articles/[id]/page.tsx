import type { Metadata } from 'next'
import { DeadlinePanel } from '#components/admin/board/deadline-panel.tsx'
import { ArticleEditor } from '#components/admin/editor/article-editor.client.tsx'
import type { PageFacts } from '#components/admin/editor/page-facts.ts'
import { PreviewPanel } from '#components/admin/previews/preview-panel.tsx'
import { PublishingPanel } from '#components/admin/publishing/publishing-panel.tsx'
import { readComments, reopenComment, resolveComment, writeComment } from '#lib/actions/articles/comments.ts'
import { translateArticle } from '#lib/actions/articles/create-article.ts'
import { setArticleDeadline } from '#lib/actions/articles/deadline.ts'
import { findArticles } from '#lib/actions/articles/editor-lookups.ts'
import { readNotices } from '#lib/actions/articles/notices.ts'
import {
  bringBackCopy,
  putAwayCopy,
  readDraftKey,
  readLooseCopies,
  readNewest,
  saveArticle,
} from '#lib/actions/articles/save-article.ts'
import { correctArticle } from '#lib/actions/publishing/correct-article.ts'
import { killArticle } from '#lib/actions/publishing/kill-article.ts'
import { moveArticleToStage } from '#lib/actions/publishing/move-to-stage.ts'
import { closePreviewLink, makePreviewLink } from '#lib/actions/publishing/preview-links.ts'
import {
  approveArticle,
  publishArticle,
  sendBackArticle,
  submitArticle,
} from '#lib/actions/publishing/publish-article.ts'
import { scheduleArticle, setArticleEmbargo, unscheduleArticle } from '#lib/actions/publishing/schedule-article.ts'
import {
  setArticleWithdrawal,
  unsetArticleWithdrawal,
  withdrawArticle,
} from '#lib/actions/publishing/withdraw-article.ts'
import { draftKey, draftKeyId } from '#lib/auth/draft-key.ts'
import { workOf } from '#lib/domain/desk/deadline.ts'
import { type Desk, deskStageOf } from '#lib/domain/desk/desk-stage.ts'
import { stagesOpenTo } from '#lib/domain/desk/move-to-stage.ts'
import { may, type SignedIn } from '#lib/domain/people/permissions.ts'
import { actsOn } from '#lib/domain/publishing/acts.ts'
import { findings } from '#lib/domain/publishing/checks.ts'
import { draftOf } from '#lib/domain/writing/editor/article-draft.ts'
import type { SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { env } from '#lib/env/env.ts'
import { onSite } from '#lib/env/on-site.ts'
import { editorMessages } from '#lib/i18n/admin/editor/of-locale.ts'
import { savingMessages } from '#lib/i18n/admin/editor/saving/of-locale.ts'
import { previewMessages } from '#lib/i18n/admin/publishing/previews/of-locale.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { absolute, homePath, permanentPath } from '#lib/site/urls.ts'
import { findDeadline } from '#lib/store/articles/desk/change-deadline.ts'
import { findEditionChoices, findPicturesById, listPlaces } from '#lib/store/articles/desk/editor-lookups.ts'
import type { NewsroomArticle } from '#lib/store/articles/desk/newsroom-article.ts'
import { findNewestNotice } from '#lib/store/articles/desk/notices.ts'
import { findPublishGround } from '#lib/store/articles/publish-ground.ts'
import { findLock } from '#lib/store/articles/writing/article-lock.ts'
import { listComments, listMentionable } from '#lib/store/articles/writing/comments.ts'
import { findLostApproval } from '#lib/store/articles/writing/lost-approval.ts'
import { listPreviewLinks } from '#lib/store/articles/writing/preview-links.ts'
import { listReceipts } from '#lib/store/delivery/receipts.ts'
import { librarySetup } from '../../library-setup.ts'
import { openArticle } from './open-article.ts'

type Props = { readonly params: Promise<{ readonly id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { found } = await openArticle((await params).id)
  return { title: found.article.text.headline }
}

export default async function ArticlePage({ params }: Props) {
  const { user, found, mayEdit } = await openArticle((await params).id)
  const { article, edition, scope } = found
  const now = new Date()
  const mayShare = article.state.kind !== 'killed' && may(user, 'preview.share', scope)
  const { state } = article
  const isGone = state.kind === 'withdrawn' || state.kind === 'killed'
  const [facts, comments, lock, ground, lostApproval, links, newestNotice, receipts, dueAt] = await Promise.all([
    factsOf(found, user, mayEdit),
    commentsOf(found, user),
    findLock(article.id, now),
    findPublishGround(article),
    findLostApproval(article.id),
    mayShare ? listPreviewLinks(article.id) : [],
    findNewestNotice({ userId: user.id, articleId: article.id }),
    isGone ? listReceipts({ articleId: article.id, at: state.at }) : [],
    findDeadline(article.id),
  ])
  return (
    <ArticleEditor
      key={article.id}
      articleId={article.id}
      version={article.version}
      initial={draftOf(article)}
      edition={{ ...edition, language: languageName(edition.locale) }}
      origin={absolute(env().siteUrl, homePath(edition)).replace(/\/$/, '')}
      locale={user.interfaceLocale}
      messages={editorMessages(user.interfaceLocale)}
      facts={facts}
      lookups={{ findArticles }}
      library={librarySetup(user)}
      saving={{ user: { id: user.id, email: user.email }, lock, draftKey: keyOf(user), actions: savingActions }}
      savingMessages={savingMessages(user.interfaceLocale)}
      comments={comments}
      notices={{ newest: newestNotice, read: readNotices }}
      translate={translateArticle}
    >
      <PublishingPanel
        article={article}
        edition={edition}
        findings={findings(article, ground, now)}
        lostApproval={lostApproval}
        receipts={receipts}
        readAt={onSite(permanentPath(article.id))}
        acts={actsOn(article.state, (permission) => may(user, permission, scope))}
        actions={publishingActions}
        desk={deskOf(found, user, ground.desk)}
        moveAction={moveArticleToStage}
        words={adminWords(user.interfaceLocale)}
        locale={user.interfaceLocale}
        now={now}
      />
      <DeadlinePanel
        articleId={article.id}
        headline={article.text.headline}
        dueAt={dueAt}
        work={workOf(state)}
        timeZone={edition.timeZone}
        mayEdit={mayEdit}
        action={setArticleDeadline}
        words={adminWords(user.interfaceLocale)}
        locale={user.interfaceLocale}
        now={now}
      />
      <PreviewPanel
        articleId={article.id}
        links={links}
        timeZone={edition.timeZone}
        mayShare={mayShare}
        actions={{ make: makePreviewLink, close: closePreviewLink }}
        words={adminWords(user.interfaceLocale)}
        messages={previewMessages(user.interfaceLocale)}
        locale={user.interfaceLocale}
        now={now}
      />
    </ArticleEditor>
  )
}

const savingActions = {
  ...{ saveArticle, readNewest, readLooseCopies, putAwayCopy, bringBackCopy, readDraftKey },
}

const publishingActions = {
  ...{ submit: submitArticle, approve: approveArticle, 'send-back': sendBackArticle, publish: publishArticle },
  ...{ schedule: scheduleArticle, unschedule: unscheduleArticle, embargo: setArticleEmbargo },
  ...{ correct: correctArticle, withdraw: withdrawArticle, kill: killArticle },
  ...{ 'set-withdrawal': setArticleWithdrawal, 'unset-withdrawal': unsetArticleWithdrawal },
}

/** Where the article stands on its desk, and what this person may do about it. */
function deskOf({ article, scope }: NewsroomArticle, user: SignedIn, desk: Desk) {
  const stage = deskStageOf(article, desk)
  return stage && { stage, others: stagesOpenTo(user, { article, desk, scope }) }
}

/** Drafts on this device are sealed with a key of this session. */
function keyOf(user: SignedIn) {
  const id = draftKeyId(user.sessionId)
  return { id, secret: draftKey({ userId: user.id, keyId: id }) }
}

async function commentsOf({ article, scope }: NewsroomArticle, user: SignedIn) {
  const [threads, people] = await Promise.all([listComments(article.id), listMentionable(scope)])
  const actions = { readComments, writeComment, resolveComment, reopenComment }
  return { threads, people, mayComment: may(user, 'comment.write', scope), actions }
}

async function factsOf(found: NewsroomArticle, user: SignedIn, mayEdit: boolean): Promise<PageFacts> {
  const { article, scope, siblings, familyKey } = found
  const bodies = [draftOf(article).body, ...siblings.map(({ body }) => body)]
  const [choices, pictures, places] = await Promise.all([
    findEditionChoices(article.editionId),
    findPicturesById(
      [...bodies.flatMap(pictureIdsOf), ...(article.text.pictureId ? [article.text.pictureId] : [])],
      new Date(),
    ),
    listPlaces(familyKey),
  ])
  const openEditions = places.flatMap((place) => {
    const blogs = place.blogs.filter(({ id }) => may(user, 'article.create', { editionId: place.id, blogId: id }))
    return blogs.length > 0 ? [{ ...place, name: languageName(place.locale), blogs }] : []
  })
  return {
    ...choices,
    blogs: choices.blogs.filter(({ id }) => id === scope.blogId || may(user, 'article.edit', { ...scope, blogId: id })),
    pictures,
    // Editions of one newsroom often share a name: their languages tell them apart.
    siblings: siblings.map((sibling) => ({ ...sibling, editionName: languageName(sibling.locale) })),
    openEditions,
    mayEdit,
    state: article.state.kind,
    mayMove: may(user, 'article.move', scope),
    mayChangeFacts: article.state.kind !== 'published' || may(user, 'article.publish', scope),
  }
}

function pictureIdsOf(body: SuggestedBody): readonly number[] {
  return body.flatMap((block) => (block.kind === 'figure' ? [block.pictureId] : []))
}

/** What is no number is no article. */
