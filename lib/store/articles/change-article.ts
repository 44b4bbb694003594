import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import { expiry } from '#lib/domain/workflow/expiry.ts'
import type { Article, Editor } from '#lib/domain/workflow/newsroom.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { announce } from '#lib/store/announce.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/client.ts'
import { writeSearchDocument } from '#lib/store/search/search-document.ts'
import { type LoadedArticle, loadArticleForChange } from './load-article.ts'
import { findPublicTrace } from './public-trace.ts'
import {
  addCorrections,
  insertRevision,
  recordMove,
  replaceBylines,
  replaceTopics,
  updateArticle,
} from './save-article.ts'

export type ChangeRefusal =
  | { readonly kind: 'no-such-article' }
  /** Somebody else changed it since: what they wrote is in `version`, nothing was overwritten. */
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'address-taken'; readonly slug: string }

export type Change = {
  readonly id: number
  /** The version that the decision was made on. */
  readonly version: number
  readonly by: Editor
  /** What was done, for the audit trail and the outbox: `publish`, `withdraw`, `correct` … */
  readonly action: string
  readonly reason?: string
  readonly now: Date
}

/** What a decision may need to know that is no part of the article itself. */
export type Ground = { readonly newestRevisionId: number }

/**
 * The one way an article changes. Owns the transaction, the version check, the revision (when the text differs), the search
 * document, the audit row and the outbox row, so that no caller can forget one. A refusal changes nothing.
 */
export async function changeArticle<R>(
  change: Change,
  decide: (article: Article, ground: Ground) => Result<Article, R>,
): Promise<Result<Article, R | ChangeRefusal>> {
  return inTransaction(async () => {
    const loaded = await loadArticleForChange(change.id)
    if (!loaded) return refuse({ kind: 'no-such-article' })
    const { article: before, newest } = loaded
    if (before.version !== change.version) return refuse({ kind: 'stale', version: before.version })
    const decision = decide(before, { newestRevisionId: newest.id })
    if (!decision.ok) return decision
    const after = decision.value
    if (await isAddressTaken(after)) return refuse({ kind: 'address-taken', slug: after.slug })
    await write(change, loaded, after)
    return ok({ ...after, version: before.version + 1 })
  })
}

async function write(change: Change, loaded: LoadedArticle, after: Article): Promise<void> {
  const { article: before, newest, locale } = loaded
  const { by, now, reason = null } = change
  const traceBefore = await findPublicTrace(before.id)
  const topicIds = [...before.topicIds, ...after.topicIds]
  const topicsShownBefore = await countListedTopics(topicIds)

  const hasNewText = canonicalJson(before.text) !== canonicalJson(after.text)
  const revision = hasNewText
    ? await insertRevision({ articleId: before.id, text: after.text, locale, after: newest, by, reason, now })
    : newest
  await updateArticle({ article: after, revisionId: revision.id, locale, now })
  if (differs(before.topicIds, after.topicIds)) await replaceTopics(before.id, after.topicIds)
  if (differs(before.bylines, after.bylines)) await replaceBylines(before.id, after.bylines)
  await addCorrections(after, after.corrections.slice(before.corrections.length))
  const hasMoved = before.blogId !== after.blogId || before.slug !== after.slug
  if (hasMoved && traceBefore) await recordMove({ article: after, from: before, now })
  await writeSearchDocument(before.id)

  const expired = expiry(traceBefore, await findPublicTrace(before.id))
  if (expired) {
    // The navigation shows topics that have articles: the first of one, and the last, change every page.
    const chrome = (await countListedTopics(topicIds)) !== topicsShownBefore ? [tags.chrome(after.editionId)] : []
    const detail = { articleId: after.id, editionId: after.editionId, from: before.stage.kind, to: after.stage.kind }
    const kind = `article.${change.action}`
    // A withdrawal takes the copies of what showed the article, not of every page that has the navigation.
    if (expired.isHard && chrome.length > 0)
      await announce({ kind: 'chrome.change', tags: chrome, isHard: false, detail: { editionId: after.editionId } })
    await announce({ kind, ...expired, tags: expired.isHard ? expired.tags : [...expired.tags, ...chrome], detail })
  }
  await appendAudit({
    actor: by.name,
    action: `article.${change.action}`,
    subject: `article:${after.id}`,
    details: {
      ...{
        from: before.stage.kind,
        to: after.stage.kind,
        version: before.version + 1,
        revision: revision.number,
        reason,
      },
      ...(hasMoved
        ? { slug: { from: before.slug, to: after.slug }, blogId: { from: before.blogId, to: after.blogId } }
        : {}),
    },
    at: now,
  })
}

async function isAddressTaken({ id, editionId, blogId, slug }: Article): Promise<boolean> {
  const taken = await database().$queryRaw<unknown[]>`
    SELECT 1 AS "taken" FROM "Article"
    WHERE "editionId" = ${editionId} AND "blogId" = ${blogId} AND "slug" = ${slug} AND "id" <> ${id}`
  return taken.length > 0
}

async function countListedTopics(topicIds: readonly number[]): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Topic" t WHERE t."id" = ANY(${topicIds}::int[])
      AND EXISTS (SELECT 1 FROM "ArticleTopic" x WHERE x."topicId" = t."id" AND x."listedAt" IS NOT NULL)`
  return row?.count ?? 0
}

function differs(one: unknown, other: unknown): boolean {
  return canonicalJson(one) !== canonicalJson(other)
}
