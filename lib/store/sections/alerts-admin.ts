import type { Direction } from '#lib/domain/edition.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { announce } from '#lib/store/outbox/announce.ts'

export type AlertLine = {
  readonly id: number
  readonly text: string
  readonly articleId: number | null
  readonly startsAt: Date
  readonly expiresAt: Date
  readonly endedAt: Date | null
  readonly edition: {
    readonly id: number
    readonly name: string
    readonly locale: string
    readonly direction: Direction
    readonly timeZone: string
  }
}

/** A desk asks what runs and what ran lately; older alerts are in the audit log. */
const mostShown = 50

/** Alerts of these editions, the last to start first. */
export async function listAlerts(editionIds: readonly number[]): Promise<readonly AlertLine[]> {
  return database().$queryRaw<AlertLine[]>`
    SELECT r."id", r."text", r."articleId", r."startsAt", r."expiresAt", r."endedAt",
      json_build_object('id', e."id", 'name', e."name", 'locale', e."locale", 'direction', e."direction",
        'timeZone', e."timeZone") AS "edition"
    FROM "BreakingAlert" r JOIN "Edition" e ON e."id" = r."editionId"
    WHERE r."editionId" = ANY(${[...editionIds]}::int[]) ORDER BY r."startsAt" DESC, r."id" DESC LIMIT ${mostShown}`
}

/** Whether an alert of this edition can lead there: readers find only what is published. */
export async function isPublishedIn(editionId: number, articleId: number): Promise<boolean> {
  const found = await database().$queryRaw<unknown[]>`
    SELECT 1 AS "found" FROM "Article" WHERE "id" = ${articleId} AND "editionId" = ${editionId} AND "state" = 'published'`
  return found.length > 0
}

export async function findAlertEdition(alertId: number): Promise<number | null> {
  const [row] = await database().$queryRaw<{ editionId: number }[]>`
    SELECT "editionId" FROM "BreakingAlert" WHERE "id" = ${alertId}`
  return row?.editionId ?? null
}

/** Ends the alerts that lead to an article which left the public: what they say of it is not to be read any more either. */
export async function endAlertsOf(ending: {
  readonly articleId: number
  readonly by: Editor
  readonly now: Date
}): Promise<void> {
  const { articleId, by, now } = ending
  const open = await database().$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "BreakingAlert"
    WHERE "articleId" = ${articleId} AND "endedAt" IS NULL AND "expiresAt" > ${now} ORDER BY "id"`
  for (const { id } of open) await endAlert({ id, by, now })
}

/** Ends an alert that runs or would start. No page may show it any more, not even while a new one is made. */
export async function endAlert(ending: {
  readonly id: number
  readonly by: Editor
  readonly now: Date
}): Promise<Result<void, { readonly kind: 'over' }>> {
  const { id, by, now } = ending
  return inTransaction(async (open) => {
    const [alert] = await open.$queryRaw<{ editionId: number; text: string }[]>`
      UPDATE "BreakingAlert" SET "endedAt" = ${now}
      WHERE "id" = ${id} AND "endedAt" IS NULL AND "expiresAt" > ${now} RETURNING "editionId", "text"`
    if (!alert) return refuse({ kind: 'over' })
    const detail = { alertId: id, editionId: alert.editionId }
    await announce({ kind: 'alert.end', tags: [tags.chrome(alert.editionId)], isHard: true, detail })
    const details = { text: alert.text }
    await appendAudit({ actor: by.name, action: 'alert.end', subject: `alert:${id}`, details, at: now })
    return ok(undefined)
  })
}
