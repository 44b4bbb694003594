import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { ReferenceKind, ReferenceRefusal } from '#lib/domain/sections/reference.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { lockReference } from './change-reference.ts'
import { isNamedIn } from './forecast-merge.ts'
import { referenceSql } from './reference-sql.ts'
import { announceReference, findReferenceTrace } from './reference-trace.ts'

/** Whether anything refers to it: an article or draft, a text that somebody writes and has not saved yet, a blog. */
export async function isReferenceUsed(kind: ReferenceKind, id: number): Promise<boolean> {
  const { uses, column } = referenceSql[kind]
  const edits =
    kind === 'contributor' ? Prisma.sql`EXISTS (SELECT 1 FROM "Blog" WHERE "editorId" = ${id})` : Prisma.sql`false`
  const [row] = await database().$queryRaw<{ isUsed: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM ${uses} WHERE ${column} = ${id}) OR ${edits}
      OR EXISTS (SELECT 1 FROM "WorkingCopy" w WHERE ${isNamedIn(kind, id)}) AS "isUsed"`
  return row?.isUsed ?? false
}

/** Removes what nothing refers to. Its addresses answer 404 from then on. */
export async function deleteReference(deletion: {
  readonly kind: ReferenceKind
  readonly id: number
  readonly by: Editor
  readonly now: Date
}): Promise<Result<void, ReferenceRefusal>> {
  const { kind, id, by, now } = deletion
  return inTransaction(async (open) => {
    // Nobody can begin to refer to a row that is held: a foreign key waits for it.
    const row = await lockReference(kind, id)
    if (!row) return refuse({ kind: 'missing' })
    if (await isReferenceUsed(kind, id)) return refuse({ kind: 'used' })
    const before = await findReferenceTrace(kind, id)
    await open.$executeRaw`DELETE FROM ${referenceSql[kind].table} WHERE "id" = ${id}`
    await announceReference({ action: 'delete', before, after: null })
    const details = { name: row.name, slug: row.slug }
    await appendAudit({ actor: by.name, action: `${kind}.delete`, subject: `${kind}:${id}`, details, at: now })
    return ok(undefined)
  })
}
