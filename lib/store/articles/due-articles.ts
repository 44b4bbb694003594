import { findings } from '#lib/domain/publishing/checks.ts'
import { publish, type Refusal, unschedule } from '#lib/domain/workflow/workflow.ts'
import { database, inTransaction } from '#lib/store/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { type ChangeRefusal, changeArticle, changeArticles } from './change-article.ts'
import { loadArticleForChange } from './load-article.ts'
import { findPublishGround } from './publish-ground.ts'

export type DueOutcome = {
  readonly articleId: number
  readonly due: Date
  /** Null: it went out. */
  readonly refusal: Refusal | ChangeRefusal | null
}

/** Who publishes what is due, in revisions and the audit trail. */
const by = { name: 'schedule' }

type Claim = { readonly id: number; readonly version: number; readonly scheduledFor: Date }

/** Something broke while these were published: none of them went out. */
export class DueFailure extends Error {
  readonly due: readonly { readonly articleId: number; readonly at: Date }[]

  constructor(claims: readonly Claim[], cause: unknown) {
    super('What was due could not be published', { cause })
    this.due = claims.map(({ id, scheduledFor }) => ({ articleId: id, at: scheduledFor }))
  }
}

/** All that is due but these, or this one alone. */
type Which = { readonly except: readonly number[] } | { readonly only: number }

/**
 * Takes the articles that have waited longest and publishes them, in one transaction: a process that dies on the way leaves them to
 * the others, and two never take the same. Empty when nothing is due that no other process has in hand. Throws a DueFailure that
 * says which it had taken.
 */
export async function publishDue(
  now: Date,
  most: number,
  which: Which = { except: [] },
): Promise<readonly DueOutcome[]> {
  let claims: readonly Claim[] = []
  try {
    return await inTransaction(async (open) => {
      claims = await open.$queryRaw<Claim[]>`
        SELECT "id", "version", "scheduledFor" FROM "Article"
        WHERE "state" IN ('scheduled', 'published') AND "scheduledFor" <= ${now}
          AND ${'only' in which ? Prisma.sql`"id" = ${which.only}` : Prisma.sql`"id" <> ALL(${[...which.except]}::int[])`}
        ORDER BY "scheduledFor", "id" LIMIT ${most} FOR UPDATE SKIP LOCKED`
      return publishClaims(claims, now)
    })
  } catch (error) {
    throw claims.length > 0 ? new DueFailure(claims, error) : error
  }
}

async function publishClaims(claims: readonly Claim[], now: Date): Promise<readonly DueOutcome[]> {
  const changes = claims.map(({ id, version }) => ({ id, version, by, now }))
  const asPublished = changes.map((change) => ({ ...change, action: 'publish', reason: 'scheduled' }))
  const done = await changeArticles<Refusal>(asPublished, (article) => publish(article, now))
  const outcomes = claims.map(({ id, scheduledFor }, place) => {
    const result = done[place]
    return { articleId: id, due: scheduledFor, refusal: result && !result.ok ? result.error : null }
  })
  // Asked again every second it would be refused every second: it comes off the schedule, and the log says so.
  for (const [place, { refusal }] of outcomes.entries()) {
    const change = changes[place]
    if (refusal && change) await changeArticle({ ...change, action: 'unschedule', reason: refusal.kind }, unschedule)
  }
  return outcomes
}

/** What people would have been asked to put right; it went out all the same, as somebody had decided. */
export async function findOpenFindings(articleId: number, now: Date): Promise<readonly string[]> {
  const loaded = await inTransaction(() => loadArticleForChange(articleId))
  if (!loaded) return []
  const found = findings(loaded.article, await findPublishGround(loaded.article), now)
  return found.flatMap(({ blocks, kind }) => (blocks ? [kind] : []))
}

/** When the next one is due; null while nothing is scheduled. */
export async function findNextDue(): Promise<Date | null> {
  const [row] = await database().$queryRaw<{ at: Date | null }[]>`
    SELECT min("scheduledFor") AS "at" FROM "Article" WHERE "state" IN ('scheduled', 'published') AND "scheduledFor" IS NOT NULL`
  return row?.at ?? null
}
