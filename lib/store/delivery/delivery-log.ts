import type { Channel, DeliveryState } from '#lib/domain/delivery/delivery.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'

export type DeliveryLine = {
  readonly id: bigint
  readonly channel: Channel
  readonly target: string
  readonly state: DeliveryState
  readonly createdAt: Date
  readonly attempts: number
  readonly nextAt: Date | null
  readonly deliveredAt: Date | null
  readonly status: number | null
  readonly problem: string | null
  readonly cargo: unknown
}

export type DeliveryFilter = {
  readonly state: DeliveryState | null
  readonly channel: Channel | null
  readonly webhookId: number | null
}

const pageSize = 50

/** The log of what other programs were told, newest first; `before` is the id of the last line of the page before. */
export async function listDeliveries(
  { state, channel, webhookId }: DeliveryFilter,
  before: bigint | null,
): Promise<{ readonly lines: readonly DeliveryLine[]; readonly next: bigint | null }> {
  const conditions = [
    ...(before === null ? [] : [Prisma.sql`"id" < ${before}`]),
    ...(channel === null ? [] : [Prisma.sql`"channel"::text = ${channel}`]),
    ...(webhookId === null ? [] : [Prisma.sql`"webhookId" = ${webhookId}`]),
    ...(state === 'waiting' ? [Prisma.sql`"nextAt" IS NOT NULL`] : []),
    ...(state === 'delivered' ? [Prisma.sql`"deliveredAt" IS NOT NULL`] : []),
    ...(state === 'given-up' ? [Prisma.sql`"deliveredAt" IS NULL AND "nextAt" IS NULL`] : []),
  ]
  // The secret of a subscriber is what its messages are signed with: no part of the log.
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty
  const rows = await database().$queryRaw<DeliveryLine[]>`
    SELECT "id", "channel"::text AS "channel", "target", "createdAt", "attempts", "nextAt", "deliveredAt", "status", "problem", "cargo" - 'secret' AS "cargo",
      CASE WHEN "deliveredAt" IS NOT NULL THEN 'delivered' WHEN "nextAt" IS NOT NULL THEN 'waiting' ELSE 'given-up' END AS "state"
    FROM "Delivery" ${where} ORDER BY "id" DESC LIMIT ${pageSize + 1}`
  const lines = rows.slice(0, pageSize)
  return { lines, next: rows.length > pageSize ? (lines.at(-1)?.id ?? null) : null }
}

/** Sends what was sent before once more, under the same id: a receiver that has it already knows it by that. */
export async function replayDelivery(replay: {
  readonly id: bigint
  readonly by: string
  readonly now: Date
}): Promise<Result<void, { readonly kind: 'no-such-delivery' }>> {
  const { id, by, now } = replay
  return inTransaction(async (open) => {
    const { count } = await open.delivery.updateMany({
      where: { id, nextAt: null },
      data: { nextAt: now, attempts: 0, deliveredAt: null, problem: null, status: null },
    })
    if (count === 0) return refuse({ kind: 'no-such-delivery' })
    await appendAudit({ actor: by, action: 'delivery.replay', subject: `delivery:${id}`, details: {}, at: now })
    return ok(undefined)
  })
}
