import { chainHash } from '#lib/domain/workflow/revision-hash.ts'
import { inTransaction } from './database/client.ts'
import { takeTurns } from './database/take-turns.ts'

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
export async function appendAudit(entry: AuditEntry): Promise<void> {
  return appendAudits([entry])
}

/** Several, in this order. */
export async function appendAudits(entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  await inTransaction(async (database) => {
    await takeTurns('audit trail')
    const [last] = await database.$queryRaw<{ hash: string }[]>`
      SELECT "hash" FROM "AuditEvent" ORDER BY "id" DESC LIMIT 1`
    let previousHash = last?.hash ?? null
    const rows = entries.map(({ actor, action, subject, details, at }) => {
      const hash = chainHash({ actor, action, subject, details, at: at.toISOString() }, previousHash)
      const row = { at, actor, action, subject, details, hash, previousHash }
      previousHash = hash
      return row
    })
    await database.$executeRaw`
      INSERT INTO "AuditEvent" ("at", "actor", "action", "subject", "details", "hash", "previousHash")
      SELECT ("row"->>'at')::timestamptz, "row"->>'actor', "row"->>'action', "row"->>'subject', "row"->'details', "row"->>'hash',
        "row"->>'previousHash'
      FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY AS x("row", "place") ORDER BY "place"`
  })
}
