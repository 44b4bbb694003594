import type { ReferenceKind } from '#lib/domain/sections/reference.ts'
import { database } from '#lib/store/database/client.ts'
import { freeKey } from './reference-address.ts'
import { referenceSql } from './reference-sql.ts'

/** What stands for it in another edition; null for nothing. */
export type CounterpartChoice = { readonly editionId: number; readonly id: number | null }

type Row = { readonly id: number; readonly slug: string }

/** Ties a topic or contributor to its counterparts: they have one key. What stood there before goes its own way. */
export async function tieCounterparts(
  kind: ReferenceKind,
  own: { readonly key: string; readonly editionId: number },
  choices: readonly CounterpartChoice[],
): Promise<void> {
  const { table } = referenceSql[kind]
  for (const { editionId, id } of choices) {
    if (editionId === own.editionId) continue
    const [current] = await database().$queryRaw<Row[]>`
      SELECT "id", "slug" FROM ${table} WHERE "editionId" = ${editionId} AND "key" = ${own.key} FOR UPDATE`
    if ((current?.id ?? null) === id) continue
    if (current) {
      const key = await freeKey(kind, current.slug)
      await database().$executeRaw`UPDATE ${table} SET "key" = ${key} WHERE "id" = ${current.id}`
    }
    if (id !== null)
      await database().$executeRaw`
        UPDATE ${table} SET "key" = ${own.key} WHERE "id" = ${id} AND "editionId" = ${editionId}`
  }
}
