import { chainHash } from '#lib/domain/workflow/revision-hash.ts'
import { inTransaction } from './client.ts'

export type AuditEntry = {
  readonly actor: string
  readonly action: string
  /** `article:42`, `front:1` … */
  readonly subject: string
  readonly details: Readonly<Record<string, unknown>>
  readonly at: Date
}

/**
 * Adds to the audit trail, each row chained to the one before. Writers take turns from here to their commit, so this comes last in
 * a transaction.
 */
export async function appendAudit({ actor, action, subject, details, at }: AuditEntry): Promise<void> {
  await inTransaction(async (database) => {
    await database.$queryRaw`SELECT true AS "locked" FROM pg_advisory_xact_lock(hashtext('masthead audit trail'))`
    const [last] = await database.$queryRaw<{ hash: string }[]>`
      SELECT "hash" FROM "AuditEvent" ORDER BY "id" DESC LIMIT 1`
    const previousHash = last?.hash ?? null
    const hash = chainHash({ actor, action, subject, details, at: at.toISOString() }, previousHash)
    await database.$executeRaw`
      INSERT INTO "AuditEvent" ("at", "actor", "action", "subject", "details", "hash", "previousHash")
      VALUES (${at}, ${actor}, ${action}, ${subject}, ${JSON.stringify(details)}::jsonb, ${hash}, ${previousHash})`
  })
}
