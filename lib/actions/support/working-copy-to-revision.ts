import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { picturesOf } from '#lib/domain/workflow/revision-facts.ts'
import type { Refusal } from '#lib/domain/workflow/workflow.ts'
import { type ArticleDraft, draftOf } from '#lib/domain/writing/editor/article-draft.ts'
import { type Held, heldOf } from '#lib/domain/writing/editor/held.ts'
import { isSameDraft } from '#lib/domain/writing/saving/merge.ts'
import { parseDraft } from '#lib/input/articles/article-draft.ts'
import type { Problem } from '#lib/input/articles/body/body.ts'
import { type ChangeRefusal, changeArticle } from '#lib/store/articles/change-article.ts'
import type { ArticleScope } from '#lib/store/articles/desk/newsroom-article.ts'
import { loadArticleForChange } from '#lib/store/articles/load-article.ts'
import { findLock, releaseLock } from '#lib/store/articles/writing/article-lock.ts'
import { findNewestDraft } from '#lib/store/articles/writing/revisions.ts'
import { findStanding } from '#lib/store/articles/writing/standing.ts'
import { closeWorkingCopy, findWorkingCopyForChange, type OpenCopy } from '#lib/store/articles/writing/working-copy.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { findBarredPictures } from '#lib/store/media/rights.ts'
import { draftedBy } from './drafted-by.ts'
import { signedDraft } from './signed-draft.ts'

type MissingPart = 'pictures' | 'topics' | 'people'
type HeldBack = { readonly kind: 'held'; readonly part: Held }

export type SaveRefusal =
  | Refusal
  | ChangeRefusal
  | HeldBack
  /** A picture that was not there before, and may not be placed anew. */
  | { readonly kind: 'picture-barred'; readonly fileName: string }
  /** It names something that was deleted since it was chosen. */
  | { readonly kind: 'missing'; readonly part: MissingPart }
  /** The server does not have what the tab wants saved yet. */
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] }

/**
 * Makes a revision of what a tab has sent, and closes the copy with it: both or neither. `version` is what the text grew from;
 * an article that moved on since refuses, and the copy stays.
 */
export async function workingCopyToRevision(save: {
  readonly articleId: number
  readonly version: number
  readonly tab: string
  readonly sequence: number
  readonly user: SignedIn
  readonly scope: ArticleScope
  readonly now: Date
}): Promise<Result<Article, SaveRefusal>> {
  const { articleId, version, tab, sequence, user, scope, now } = save
  return inTransaction(async () => {
    const copy = await findWorkingCopyForChange({ articleId, userId: user.id, tab })
    if (!copy || copy.sequence < sequence) return refuse({ kind: 'not-sent' })
    const parsed = parseDraft(copy.draft)
    if (!parsed.ok) return refuse({ kind: 'rejected', problems: parsed.error })
    const loaded = await loadArticleForChange(articleId)
    if (!loaded) return refuse({ kind: 'no-such-article' })
    const draft = await signedDraft(parsed.value, { article: loaded.article, userId: user.id, now })
    if (loaded.article.version === version && isSameDraft(draftOf(loaded.article), draft)) {
      await closeWorkingCopy({ articleId, tab, upTo: copy.sequence, now })
      return ok(loaded.article)
    }
    const shown = new Set(picturesOf(draftOf(loaded.article)))
    const placed = picturesOf(draft).filter((id) => !shown.has(id))
    const [barred] = await findBarredPictures(placed, now)
    if (barred) return refuse({ kind: 'picture-barred', fileName: barred.fileName })
    const missing = await findMissing(draft, placed)
    if (missing && loaded.article.version === version) return refuse({ kind: 'missing', part: missing })
    const edit = draftedBy(user, scope)
    const change = { id: articleId, version, by: { name: user.name }, action: 'edit', now }
    const changed = await changeArticle<Refusal | HeldBack>(change, (article, ground) => {
      const [part] = heldOf({ user, scope }, article, draft)
      if (part) return refuse({ kind: 'held', part })
      return edit(article, draft, ground)
    })
    if (changed.ok) await closeWorkingCopy({ articleId, tab, upTo: copy.sequence, now })
    return changed
  })
}

/**
 * A page that is going: what its tab has sent becomes a revision, unless the tab was taken over from or the article moved on.
 * Then the copy stays, for its writer to compare and merge.
 */
export async function leaveArticle(leaving: {
  readonly articleId: number
  readonly tab: string
  readonly user: SignedIn
  readonly scope: ArticleScope
  readonly now: Date
}): Promise<void> {
  const { articleId, tab, user, now } = leaving
  if ((await findLock(articleId, now))?.tab !== tab) return
  const copy = await findWorkingCopyForChange({ articleId, userId: user.id, tab })
  if (copy)
    await workingCopyToRevision({ ...leaving, sequence: copy.sequence, version: await versionOf(copy, articleId) })
  await releaseLock({ articleId, tab })
}

/** What a copy grew from. Steps that others took since and that changed no word of it make no difference. */
async function versionOf({ base, baseVersion }: OpenCopy, articleId: number): Promise<number> {
  const newest = base && (await findNewestDraft(articleId))
  return newest && isSameDraft(newest.draft, base) ? newest.version : baseVersion
}

/** Chosen while the line was cut, and deleted before it was sent: until then the server knew of no use of it. */
async function findMissing(draft: ArticleDraft, placed: readonly number[]): Promise<MissingPart | null> {
  const { topicIds, bylines } = draft
  const contributorIds = bylines.map(({ contributorId }) => contributorId)
  const { pictures, topics, contributors } = await findStanding({ pictureIds: placed, topicIds, contributorIds })
  if (placed.some((id) => !pictures.has(id))) return 'pictures'
  if (topicIds.some((id) => !topics.has(id))) return 'topics'
  return contributorIds.every((id) => contributors.has(id)) ? null : 'people'
}
