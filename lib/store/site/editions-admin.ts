import type { Edition } from '#lib/domain/edition.ts'
import type { EditionWords } from '#lib/domain/site/edition-change.ts'
import { database } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'

export type EditionLine = Edition & { readonly isOff: boolean; readonly publishedCount: number }
export type EditedEdition = EditionWords &
  EditionLine & { readonly blogs: readonly OrderedRow[]; readonly pages: readonly OrderedRow[] }
export type OrderedRow = { readonly id: number; readonly name: string }

/** What readers have had: withdrawn articles count, their addresses answer for ever. */
export const publishedCount = Prisma.sql`
  (SELECT count(*)::int FROM "Article" a WHERE a."editionId" = e."id" AND a."state" IN ('published', 'withdrawn', 'killed'))`

const columns = Prisma.sql`e."id", e."key", e."isDefault", e."locale", e."direction"::text AS "direction", e."timeZone", e."name",
  e."tagline", e."description", e."isOff", e."footerText", ${publishedCount} AS "publishedCount"`

/** Every edition, also those that readers don't see. */
export async function listAllEditions(): Promise<readonly EditionLine[]> {
  return database().$queryRaw<EditionLine[]>`SELECT ${columns} FROM "Edition" e ORDER BY e."position", e."id"`
}

export async function findEditedEdition(id: number): Promise<EditedEdition | null> {
  const [edition] = await database().$queryRaw<EditedEdition[]>`
    SELECT ${columns},
      (SELECT coalesce(json_agg(json_build_object('id', b."id", 'name', b."name") ORDER BY b."position", b."id"), '[]')
        FROM "Blog" b WHERE b."editionId" = e."id") AS "blogs",
      (SELECT coalesce(json_agg(json_build_object('id', p."id", 'name', p."title") ORDER BY p."position", p."id"), '[]')
        FROM "Page" p WHERE p."editionId" = e."id") AS "pages"
    FROM "Edition" e WHERE e."id" = ${id}`
  return edition ?? null
}
