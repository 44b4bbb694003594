import type { Expiry } from '#lib/domain/workflow/expiry.ts'
import { database } from '../database/client.ts'

export type Announcement = Expiry & { readonly kind: string; readonly detail: Readonly<Record<string, unknown>> }

/**
 * Puts a change into the outbox: a trigger turns the row into a NOTIFY, so every process hears of it if and only if the transaction
 * around it commits.
 */
export async function announce(change: Announcement): Promise<void> {
  return announceAll([change])
}

/** Several, in this order. */
export async function announceAll(changes: readonly Announcement[]): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ kind, tags, isHard, detail }) => ({ kind, tags, isHard, detail }))
  await database().$executeRaw`
    INSERT INTO "Outbox" ("kind", "tags", "hard", "detail")
    SELECT "row"->>'kind', ARRAY(SELECT jsonb_array_elements_text("row"->'tags')), ("row"->>'isHard')::boolean, "row"->'detail'
    FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY AS x("row", "place") ORDER BY "place"`
}
