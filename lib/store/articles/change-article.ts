import type { Mover, StageRefusal } from '#lib/domain/desk/stage-rules.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import { type Expiry, expiry } from '#lib/domain/workflow/expiry.ts'
import type { Article, Editor } from '#lib/domain/workflow/newsroom.ts'
import { saysTheSame } from '#lib/domain/workflow/revision-facts.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { type AuditEntry, appendAudits } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { type StageChange, settleStages } from '#lib/store/desks/settle-stages.ts'
import { hidePictures } from '#lib/store/media/hide-pictures.ts'
import { type Announcement, announceAll } from '#lib/store/outbox/announce.ts'
import { writeSearchDocuments } from '#lib/store/search/search-document.ts'
import { endAlertsOf } from '#lib/store/sections/alerts-admin.ts'
import { type LoadedArticle, loadArticlesForChange } from './load-article.ts'
import { findPublicTraces } from './public-trace.ts'
import {
  addCorrections,
  dueAt,
  insertRevision,
  recordMove,
  replaceBylines,
  replaceTopics,
  updateArticles,
  withdrawalOf,
} from './save-article.ts'

export type ChangeRefusal =
  | { readonly kind: 'no-such-article' }
  /** Somebody else changed it since: what they wrote is in `version`, nothing was overwritten. */
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'address-taken'; readonly slug: string }
  | StageRefusal

export type Change = {
  readonly id: number
  /** The version that the decision was made on. */
  readonly version: number
  readonly by: Editor
  /** Whose roles the rules of the desk ask for (lib/domain/desk). Without one the change passes only where they ask for none. */
  readonly mover?: Mover
  /** It was published elsewhere before it came here, so no desk of ours has anything to say. */
  readonly isFromElsewhere?: true
  /** The stage that it stands in became one of another state: it takes the step there, and stays (lib/store/desks/take-along.ts). */
  readonly staysInStage?: true
  /** What was done, for the audit trail and the outbox: `publish`, `withdraw`, `correct` … */
  readonly action: string
  readonly reason?: string
  readonly now: Date
  /** Once it is decided, in the transaction, before the revision is written. With it there is a revision even of the same words. */
  readonly prepare?: () => Promise<unknown>
}

/** What a decision may need to know that is no part of the article itself. */
export type Ground = { readonly newestRevisionId: number }

/**
 * The one way an article changes. Owns the transaction, the version check, the revision (when what it keeps differs), the search
 * document, the audit row and the outbox row, so that no caller can forget one. A refusal changes nothing.
 */
export async function changeArticle<R>(change: Change, decide: Decide<R>): Promise<Result<Article, R | ChangeRefusal>> {
  const [changed] = await changeArticles([change], decide)
  return changed ?? refuse({ kind: 'no-such-article' })
}

type Decide<R> = (article: Article, ground: Ground) => Result<Article, R>

/** Several articles in one transaction, each once. What is refused of one leaves the others as they are decided. */
export async function changeArticles<R>(
  changes: readonly Change[],
  decide: Decide<R>,
): Promise<readonly Result<Article, R | ChangeRefusal>[]> {
  return inTransaction(async () => {
    const loaded = await loadArticlesForChange(changes.map(({ id }) => id))
    const decided = changes.map((change) => decideOn(change, loaded.get(change.id), decide))
    const settled = await settleOnDesks(decided)
    const taken = await findTakenAddresses(settled.flatMap((result) => (result.ok ? [result.value.after] : [])))
    const results = settled.map((result) => {
      if (!result.ok || !taken.has(result.value.after.id)) return result
      return refuse({ kind: 'address-taken', slug: result.value.after.slug } as const)
    })
    await write(results.flatMap((result) => (result.ok ? [result.value] : [])))
    return results.map((result) =>
      result.ok ? ok({ ...result.value.after, version: result.value.loaded.article.version + 1 }) : result,
    )
  })
}

type Decided = {
  readonly change: Change
  readonly loaded: LoadedArticle
  readonly after: Article
  readonly stageChange: StageChange | null
}

function decideOn<R>(
  change: Change,
  loaded: LoadedArticle | undefined,
  decide: Decide<R>,
): Result<Decided, R | ChangeRefusal> {
  if (!loaded) return refuse({ kind: 'no-such-article' })
  const { article, newest } = loaded
  if (article.version !== change.version) return refuse({ kind: 'stale', version: article.version })
  const decision = decide(article, { newestRevisionId: newest.id })
  return decision.ok ? ok({ change, loaded, after: decision.value, stageChange: null }) : decision
}

/** A step that the rules of the article's desk don't allow is refused here, whoever decided on it. */
async function settleOnDesks<R>(
  decided: readonly Result<Decided, R>[],
): Promise<readonly Result<Decided, R | StageRefusal>[]> {
  const isHeld = ({ change }: Decided) => !change.isFromElsewhere && !change.staysInStage
  const held = decided.flatMap((result) => (result.ok && isHeld(result.value) ? [result.value] : []))
  const settled = await settleStages(
    held.map(({ change, loaded, after }) => ({ before: loaded.article, after, mover: change.mover ?? null })),
  )
  const byArticle = new Map(held.map(({ after }, place) => [after.id, settled[place]]))
  return decided.map((result) => {
    const found = result.ok ? byArticle.get(result.value.after.id) : undefined
    if (!result.ok || !found) return result
    return found.ok ? ok({ ...result.value, after: found.value.article, stageChange: found.value.stageChange }) : found
  })
}

async function write(all: readonly Decided[]): Promise<void> {
  if (all.length === 0) return
  const ids = all.map(({ after }) => after.id)
  const topicIds = [...new Set(all.flatMap(({ loaded, after }) => [...loaded.article.topicIds, ...after.topicIds]))]
  const tracesBefore = await findPublicTraces(ids)
  const shownBefore = await findListedTopics(topicIds)

  const revisions = new Map<number, Revision>()
  for (const one of all) revisions.set(one.after.id, await revise(one))
  const revisionOf = ({ loaded, after }: Decided) => revisions.get(after.id) ?? loaded.newest
  await updateArticles(
    all.map((one) => ({
      ...{ article: one.after, revisionId: revisionOf(one).id, locale: one.loaded.locale, now: one.change.now },
    })),
  )
  for (const one of all) await writeFacts(one, tracesBefore.has(one.after.id))
  for (const { loaded, after, change } of all)
    if (hasLeft(loaded.article, after)) await endAlertsOf({ articleId: after.id, by: change.by, now: change.now })
  await writeSearchDocuments(ids)

  const tracesAfter = await findPublicTraces(ids)
  const shownAfter = await findListedTopics(topicIds)
  const changedTopics = new Set(topicIds.filter((id) => shownBefore.has(id) !== shownAfter.has(id)))
  await announceAll(
    all.flatMap((one) => {
      const { id } = one.after
      const expired = expiry(tracesBefore.get(id) ?? null, tracesAfter.get(id) ?? null)
      return expired ? announcementsOf(one, expired, changedTopics) : []
    }),
  )
  const left = all.filter(({ loaded, after }) => hasLeft(loaded.article, after)).map(({ after }) => after.id)
  if (left.length > 0) await hidePictures(left)
  await appendAudits(all.map((one) => auditOf(one, revisionOf(one).number)))
}

type Revision = { readonly id: number; readonly number: number }

async function revise({ change, loaded, after }: Decided): Promise<Revision> {
  const { by, now, reason = null } = change
  const { article: before, newest, locale } = loaded
  await change.prepare?.()
  const isRevision = change.prepare !== undefined || !saysTheSame(before, after)
  if (!isRevision) return newest
  return insertRevision({ articleId: before.id, article: after, locale, after: newest, by, reason, now })
}

async function writeFacts({ change, loaded: { article: before }, after }: Decided, isPublic: boolean): Promise<void> {
  if (differs(before.topicIds, after.topicIds)) await replaceTopics(before.id, after.topicIds)
  if (differs(before.bylines, after.bylines)) await replaceBylines(before.id, after.bylines)
  await addCorrections(after, after.corrections.slice(before.corrections.length))
  if (hasMoved(before, after) && isPublic) await recordMove({ article: after, from: before, now: change.now })
}

function announcementsOf(
  { change, loaded: { article: before }, after }: Decided,
  expired: Expiry,
  changedTopics: ReadonlySet<number>,
): readonly Announcement[] {
  // The navigation shows topics that have articles: the first of one, and the last, change every page.
  const isInChrome = [...before.topicIds, ...after.topicIds].some((id) => changedTopics.has(id))
  const chrome = isInChrome ? [tags.chrome(after.editionId)] : []
  const detail = { articleId: after.id, editionId: after.editionId, from: before.state.kind, to: after.state.kind }
  const kind = `article.${change.action}`
  // A withdrawal takes the copies of what showed the article, not of every page that has the navigation.
  if (expired.isHard)
    return [
      ...(isInChrome
        ? [{ kind: 'chrome.change', tags: chrome, isHard: false, detail: { editionId: after.editionId } }]
        : []),
      { kind, ...expired, detail },
    ]
  return [{ kind, ...expired, tags: [...expired.tags, ...chrome], detail }]
}

function auditOf({ change, loaded: { article: before }, after, stageChange }: Decided, revision: number): AuditEntry {
  const [due, dueAfter] = [dueAt(before.state), dueAt(after.state)]
  const leavesAt = ({ state }: Article) => withdrawalOf(state)?.at.toISOString() ?? null
  const withdrawAt = { from: leavesAt(before), to: leavesAt(after) }
  return {
    actor: change.by.name,
    action: `article.${change.action}`,
    subject: `article:${after.id}`,
    details: {
      ...{ from: before.state.kind, to: after.state.kind, version: before.version + 1 },
      ...{ revision, reason: change.reason ?? null },
      ...(due && !dueAfter ? { wasDue: due.toISOString() } : {}),
      ...(withdrawAt.from !== withdrawAt.to ? { withdrawAt } : {}),
      ...(stageChange ? { deskStage: stageChange } : {}),
      ...(hasMoved(before, after)
        ? { slug: { from: before.slug, to: after.slug }, blogId: { from: before.blogId, to: after.blogId } }
        : {}),
    },
    at: change.now,
  }
}

/** Those of these articles whose address another one has. */
async function findTakenAddresses(articles: readonly Article[]): Promise<ReadonlySet<number>> {
  const places = articles.map(({ id, editionId, blogId, slug }) => ({ id, editionId, blogId, slug }))
  const rows = await database().$queryRaw<{ id: number }[]>`
    SELECT x."id" FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS x("id" int, "editionId" int, "blogId" int, "slug" text)
    WHERE EXISTS (SELECT 1 FROM "Article" a WHERE a."editionId" = x."editionId" AND a."blogId" = x."blogId"
      AND a."slug" = x."slug" AND a."id" <> x."id")`
  return new Set(rows.map(({ id }) => id))
}

/** Those of these topics that have an article which readers find. */
async function findListedTopics(topicIds: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await database().$queryRaw<{ id: number }[]>`
    SELECT t."id" FROM "Topic" t WHERE t."id" = ANY(${topicIds}::int[])
      AND EXISTS (SELECT 1 FROM "ArticleTopic" x WHERE x."topicId" = t."id" AND x."listedAt" IS NOT NULL)`
  return new Set(rows.map(({ id }) => id))
}

/** Also from withdrawn to killed: what left before pictures did goes now. */
function hasLeft(before: Article, after: Article): boolean {
  const { kind } = after.state
  return kind !== before.state.kind && (kind === 'withdrawn' || kind === 'killed')
}

function hasMoved(before: Article, after: Article): boolean {
  return before.blogId !== after.blogId || before.slug !== after.slug
}

function differs(one: unknown, other: unknown): boolean {
  return canonicalJson(one) !== canonicalJson(other)
}
