import { findings } from '#lib/domain/publishing/checks.ts'
import { publish, type Refusal, unschedule } from '#lib/domain/workflow/workflow.ts'
import { database, inTransaction } from '#lib/store/client.ts'
import { type ChangeRefusal, changeArticle } from './change-article.ts'
import { findPublishGround } from './publish-ground.ts'

export type DueOutcome = {
  readonly articleId: number
  readonly due: Date
  /** Null: it went out. */
  readonly refusal: Refusal | ChangeRefusal | null
  /** What people would have been asked to put right; it went out all the same, as somebody had decided. */
  readonly findings: readonly string[]
}

/** Who publishes what is due, in revisions and the audit trail. */
const by = { name: 'schedule' }

type Claim = { readonly id: number; readonly version: number; readonly scheduledFor: Date }

/**
 * Takes the article that has waited longest and publishes it, in one transaction: a process that dies on the way leaves it to the
 * others, and two never take the same. Null when nothing is due that no other process has in hand.
 */
export async function publishNextDue(now: Date): Promise<DueOutcome | null> {
  return inTransaction(async (open) => {
    const [claim] = await open.$queryRaw<Claim[]>`
      SELECT "id", "version", "scheduledFor" FROM "Article"
      WHERE "state" IN ('scheduled', 'published') AND "scheduledFor" <= ${now}
      ORDER BY "scheduledFor", "id" LIMIT 1 FOR UPDATE SKIP LOCKED`
    if (!claim) return null
    const { id, version, scheduledFor } = claim
    let found: readonly string[] = []
    const change = { id, version, by, now }
    const done = await changeArticle<Refusal>({ ...change, action: 'publish', reason: 'scheduled' }, (article) =>
      publish(article, now),
    )
    if (done.ok) {
      const ground = await findPublishGround(done.value)
      found = findings(done.value, ground, now).flatMap(({ blocks, kind }) => (blocks ? [kind] : []))
      return { articleId: id, due: scheduledFor, refusal: null, findings: found }
    }
    // Asked again every second it would be refused every second: it comes off the schedule, and the log says so.
    await changeArticle({ ...change, action: 'unschedule', reason: done.error.kind }, unschedule)
    return { articleId: id, due: scheduledFor, refusal: done.error, findings: found }
  })
}

/** When the next one is due; null while nothing is scheduled. */
export async function findNextDue(): Promise<Date | null> {
  const [row] = await database().$queryRaw<{ at: Date | null }[]>`
    SELECT min("scheduledFor") AS "at" FROM "Article" WHERE "state" IN ('scheduled', 'published') AND "scheduledFor" IS NOT NULL`
  return row?.at ?? null
}
