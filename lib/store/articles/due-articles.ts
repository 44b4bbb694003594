import { findings } from '#lib/domain/publishing/checks.ts'
import { unsetWithdrawal, withdrawDue } from '#lib/domain/workflow/timed-withdrawal.ts'
import { publish, type Refusal, unschedule } from '#lib/domain/workflow/workflow.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { type ChangeRefusal, changeArticle, changeArticles } from './change-article.ts'
import { loadArticleForChange } from './load-article.ts'
import { findPublishGround } from './publish-ground.ts'

/** What is due: to go out, or to leave the public. */
export type DueAct = 'publish' | 'withdraw'

export type DueOutcome = {
  readonly articleId: number
  readonly act: DueAct
  readonly due: Date
  /** Null: it went out, or left. */
  readonly refusal: Refusal | ChangeRefusal | null
}

/** Who publishes and withdraws what is due, in revisions and the audit trail. */
const by = { name: 'schedule' }

type Claim = {
  readonly id: number
  readonly version: number
  readonly act: DueAct
  readonly due: Date
  readonly withdrawalReason: string | null
}

/** Something broke on the way: none of these went out or left. */
export class DueFailure extends Error {
  readonly due: readonly Pick<DueOutcome, 'articleId' | 'act' | 'due'>[]

  constructor(claims: readonly Claim[], cause: unknown) {
    super('What was due could not be done', { cause })
    this.due = claims.map(({ id, act, due }) => ({ articleId: id, act, due }))
  }
}

/** All that is due but these, or this one alone. */
type Which = { readonly except: readonly number[] } | { readonly only: number }

/**
 * Takes the articles that have waited longest and publishes or withdraws them, in one transaction: a process that dies on the way
 * leaves them to the others, and two never take the same. What should be gone by now brings no newer text before. Empty when nothing
 * is due that no other process has in hand. Throws a DueFailure that says which it had taken.
 */
export async function carryOutDue(
  now: Date,
  most: number,
  which: Which = { except: [] },
): Promise<readonly DueOutcome[]> {
  let claims: readonly Claim[] = []
  try {
    return await inTransaction(async (open) => {
      claims = await open.$queryRaw<Claim[]>`
        SELECT "id", "version", "withdrawalReason", CASE WHEN "withdrawAt" <= ${now} THEN 'withdraw' ELSE 'publish' END AS "act",
          CASE WHEN "withdrawAt" <= ${now} THEN "withdrawAt" ELSE "scheduledFor" END AS "due"
        FROM "Article"
        WHERE ("state" IN ('scheduled', 'published') AND "scheduledFor" <= ${now} OR "withdrawAt" <= ${now})
          AND ${'only' in which ? Prisma.sql`"id" = ${which.only}` : Prisma.sql`"id" <> ALL(${[...which.except]}::int[])`}
        ORDER BY "due", "id" LIMIT ${most} FOR UPDATE SKIP LOCKED`
      return decideClaims(claims, now)
    })
  } catch (error) {
    throw claims.length > 0 ? new DueFailure(claims, error) : error
  }
}

async function decideClaims(claims: readonly Claim[], now: Date): Promise<readonly DueOutcome[]> {
  const changes = claims.map(({ id, version, act, withdrawalReason }) => {
    return { id, version, by, now, action: act, reason: (act === 'withdraw' && withdrawalReason) || 'scheduled' }
  })
  const leaving = new Set(claims.flatMap(({ id, act }) => (act === 'withdraw' ? [id] : [])))
  const done = await changeArticles<Refusal>(changes, (article) =>
    leaving.has(article.id) ? withdrawDue(article, now) : publish(article, now),
  )
  const outcomes = claims.map(({ id, act, due }, place) => {
    const result = done[place]
    return { articleId: id, act, due, refusal: result && !result.ok ? result.error : null }
  })
  // Asked again every second it would be refused every second: it comes off the schedule, and the log says so.
  for (const [place, { act, refusal }] of outcomes.entries()) {
    const change = changes[place]
    if (!change || !refusal) continue
    const [action, off] = act === 'publish' ? ['unschedule', unschedule] : ['unset-withdrawal', unsetWithdrawal]
    await changeArticle({ ...change, action, reason: refusal.kind }, off)
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
    SELECT least(
      (SELECT min("scheduledFor") FROM "Article" WHERE "state" IN ('scheduled', 'published') AND "scheduledFor" IS NOT NULL),
      (SELECT min("withdrawAt") FROM "Article" WHERE "withdrawAt" IS NOT NULL)) AS "at"`
  return row?.at ?? null
}
