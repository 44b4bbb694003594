import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { ReferenceKind, ReferenceRefusal } from '#lib/domain/sections/reference.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { type Database, database, inTransaction } from '#lib/store/database/client.ts'
import { type CounterpartChoice, tieCounterparts } from './counterparts.ts'
import { claimAddress, freeKey, isSlugTaken, keepAddress } from './reference-address.ts'
import { referenceSql } from './reference-sql.ts'
import { announceReference, findReferenceTrace, renameTimeoutMs, renewSearch } from './reference-trace.ts'

type Named = { readonly slug: string; readonly name: string }

/** Begins a topic or contributor: `insert` writes its row under the key that it gets. */
export async function createReference(creation: {
  readonly kind: ReferenceKind
  readonly editionId: number
  readonly words: Named
  /** What it is the counterpart of, in another edition. */
  readonly counterpartId: number | null
  readonly insert: (database: Database, key: string) => Promise<{ readonly id: number }>
  readonly by: Editor
  readonly now: Date
}): Promise<Result<{ readonly id: number }, ReferenceRefusal>> {
  const { kind, editionId, words, counterpartId, insert, by, now } = creation
  return inTransaction(async (open) => {
    const place = { editionId, slug: words.slug }
    if (await isSlugTaken(kind, place)) return refuse({ kind: 'slug-taken' })
    await claimAddress(kind, place)
    const key = (await keyOf(kind, counterpartId, editionId)) ?? (await freeKey(kind, words.slug))
    const { id } = await insert(open, key)
    await announceReference({ action: 'create', before: null, after: await findReferenceTrace(kind, id) })
    await appendAudit({ actor: by.name, action: `${kind}.create`, subject: `${kind}:${id}`, details: words, at: now })
    return ok({ id })
  })
}

/** Replaces what a topic or contributor says of itself. `seenAt` is when it had last changed for whoever changes it now. */
export async function changeReference(change: {
  readonly kind: ReferenceKind
  readonly id: number
  readonly seenAt: Date
  readonly words: Named
  readonly counterparts: readonly CounterpartChoice[]
  readonly update: (database: Database) => Promise<unknown>
  readonly by: Editor
  readonly now: Date
}): Promise<Result<void, ReferenceRefusal>> {
  const { kind, id, seenAt, words, counterparts, update, by, now } = change
  return inTransaction(async (open) => {
    const row = await lockReference(kind, id)
    if (!row) return refuse({ kind: 'missing' })
    if (row.changedAt.getTime() !== seenAt.getTime()) return refuse({ kind: 'stale' })
    const { editionId } = row
    const place = { editionId, slug: words.slug }
    if (await isSlugTaken(kind, place, id)) return refuse({ kind: 'slug-taken' })
    const before = await findReferenceTrace(kind, id)
    await update(open)
    if (row.slug !== words.slug) {
      await claimAddress(kind, place)
      await keepAddress(kind, id, row, now)
    }
    const lost = before?.counterparts ?? []
    await tieCounterparts(kind, row, counterparts)
    if (row.name !== words.name) await renewSearch(kind, id)
    const after = await findReferenceTrace(kind, id)
    // Who is no counterpart any more stops linking here.
    await announceReference({ action: 'change', before: before && { ...before, counterparts: lost }, after })
    const details = { ...words, counterparts }
    await appendAudit({ actor: by.name, action: `${kind}.change`, subject: `${kind}:${id}`, details, at: now })
    return ok(undefined)
  }, renameTimeoutMs)
}

export type LockedReference = Named & {
  readonly id: number
  readonly editionId: number
  readonly key: string
  readonly changedAt: Date
}

/** Holds the row until the transaction ends. */
export async function lockReference(kind: ReferenceKind, id: number): Promise<LockedReference | null> {
  const { table } = referenceSql[kind]
  const [row] = await database().$queryRaw<LockedReference[]>`
    SELECT "id", "editionId", "key", "slug", "name", "changedAt" FROM ${table} WHERE "id" = ${id} FOR UPDATE`
  return row ?? null
}

async function keyOf(kind: ReferenceKind, id: number | null, editionId: number): Promise<string | null> {
  const { table } = referenceSql[kind]
  const [row] = await database().$queryRaw<{ key: string }[]>`
    SELECT t."key" FROM ${table} t WHERE t."id" = ${id}::int
      AND NOT EXISTS (SELECT 1 FROM ${table} o WHERE o."editionId" = ${editionId} AND o."key" = t."key")`
  return row?.key ?? null
}
