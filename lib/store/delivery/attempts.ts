import { nextAttempt } from '#lib/domain/delivery/backoff.ts'
import type { Cargo } from '#lib/domain/delivery/delivery.ts'
import { database } from '#lib/store/database/client.ts'

export type ClaimedDelivery = {
  readonly id: bigint
  readonly target: string
  /** Counting this one. */
  readonly attempts: number
  readonly cargo: Cargo
  readonly webhook: { readonly id: number; readonly salt: string } | null
}

export type AttemptEnd =
  | { readonly kind: 'delivered'; readonly status: number }
  | { readonly kind: 'failed'; readonly status: number | null; readonly problem: string }
  /** Tried again it would fail again: the receiver is gone for good, or there is nothing to say any more. */
  | { readonly kind: 'hopeless'; readonly status: number | null; readonly problem: string }

/** Longer than any attempt may take: after it a delivery belongs to a process that died with it. */
const leaseMs = 60_000

type Row = Omit<ClaimedDelivery, 'cargo' | 'webhook'> & {
  readonly channel: Cargo['channel']
  readonly cargo: Omit<Cargo, 'channel'>
  readonly webhookId: number | null
  readonly salt: string | null
}

/**
 * Takes the delivery that has waited longest, of those to none of the `busy` targets. No other process gets it while this one lives: it
 * may come twice only after a death.
 */
export async function claimDelivery(now: Date, busy: readonly string[] = []): Promise<ClaimedDelivery | null> {
  const lease = new Date(now.getTime() + leaseMs)
  const [row] = await database().$queryRaw<Row[]>`
    UPDATE "Delivery" d SET "attempts" = d."attempts" + 1, "nextAt" = ${lease}
    FROM (SELECT "id" FROM "Delivery" WHERE "nextAt" <= ${now} AND "target" <> ALL(${[...busy]}::text[])
      ORDER BY "nextAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED) next
    WHERE d."id" = next."id"
    RETURNING d."id", d."target", d."attempts", d."channel"::text AS "channel", d."cargo", d."webhookId",
      (SELECT w."salt" FROM "Webhook" w WHERE w."id" = d."webhookId") AS "salt"`
  if (!row) return null
  const { channel, cargo, webhookId, salt, ...facts } = row
  const webhook = webhookId === null || salt === null ? null : { id: webhookId, salt }
  // Written by sendOutChanges from a Cargo, taken apart for the log's filter.
  return { ...facts, webhook, cargo: { channel, ...cargo } as Cargo }
}

/**
 * Writes down how an attempt ended, and when the next one is. `chance`, 0 to 1, spreads the next attempts. Nothing is written of an
 * attempt that another process took over, and what was stopped meanwhile has no next one.
 */
export async function endAttempt(attempt: {
  readonly id: bigint
  readonly attempts: number
  readonly end: AttemptEnd
  readonly now: Date
  readonly chance: number
}): Promise<void> {
  const { id, attempts, end, now, chance } = attempt
  if (end.kind === 'delivered') {
    await database().delivery.updateMany({
      where: { id, attempts },
      data: { deliveredAt: now, nextAt: null, status: end.status, problem: null },
    })
    return
  }
  const nextAt = end.kind === 'hopeless' ? null : nextAttempt(attempts, now, chance)
  const data = { nextAt, status: end.status, problem: end.problem }
  await database().delivery.updateMany({ where: { id, attempts, nextAt: { not: null } }, data })
}

/** Takes what was told long ago out of the log. */
export async function forgetDeliveries(before: Date): Promise<void> {
  await database().$executeRaw`DELETE FROM "Delivery" WHERE "createdAt" < ${before} AND "nextAt" IS NULL`
}
