import { type ReferenceKind, referencePrefixes } from '#lib/domain/sections/reference.ts'
import { database } from '#lib/store/database/client.ts'
import { referenceSql } from './reference-sql.ts'

type Place = { readonly editionId: number; readonly slug: string }

/** Whether another topic (or contributor) of the edition has this slug now. Former ones give way. */
export async function isSlugTaken(kind: ReferenceKind, { editionId, slug }: Place, exceptId = 0): Promise<boolean> {
  const { table } = referenceSql[kind]
  const rows = await database().$queryRaw<unknown[]>`
    SELECT 1 AS "taken" FROM ${table} WHERE "editionId" = ${editionId} AND "slug" = ${slug} AND "id" <> ${exceptId}`
  return rows.length > 0
}

/** Whatever stands at an address now is no longer a former one. */
export async function claimAddress(kind: ReferenceKind, { editionId, slug }: Place): Promise<void> {
  const path = `${referencePrefixes[kind]}/${slug}`
  await database().$executeRaw`DELETE FROM "FormerAddress" WHERE "editionId" = ${editionId} AND "path" = ${path}`
}

/** Keeps an old address answering, in one hop: it leads to the row, and the row knows its slug. */
export async function keepAddress(
  kind: ReferenceKind,
  id: number,
  { editionId, slug }: Place,
  now: Date,
): Promise<void> {
  const path = `${referencePrefixes[kind]}/${slug}`
  const { column } = referenceSql[kind]
  await database().$executeRaw`
    INSERT INTO "FormerAddress" ("editionId", "path", ${column}, "createdAt") VALUES (${editionId}, ${path}, ${id}, ${now})
    ON CONFLICT ("editionId", "path") DO UPDATE SET ${column} = excluded.${column}`
}

/** A key that ties to nothing: a second topic of one name in another edition is its counterpart only when somebody says so. */
export async function freeKey(kind: ReferenceKind, slug: string): Promise<string> {
  const { table } = referenceSql[kind]
  const rows = await database().$queryRaw<
    { key: string }[]
  >`SELECT "key" FROM ${table} WHERE starts_with("key", ${slug})`
  const taken = new Set(rows.map(({ key }) => key))
  if (!taken.has(slug)) return slug
  for (let number = 2; ; number++) if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`
}
