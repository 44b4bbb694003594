import type { Expiry } from '#lib/domain/workflow/expiry.ts'
import { database } from './client.ts'

/**
 * Puts a change into the outbox: a trigger turns the row into a NOTIFY, so every process hears of it if and only if the transaction
 * around it commits.
 */
export async function announce(
  change: Expiry & { readonly kind: string; readonly detail: Readonly<Record<string, unknown>> },
): Promise<void> {
  await database().$executeRaw`
    INSERT INTO "Outbox" ("kind", "tags", "hard", "detail")
    VALUES (${change.kind}, ${change.tags}::text[], ${change.isHard}, ${JSON.stringify(change.detail)}::jsonb)`
}
