import type { Edition } from '#lib/domain/edition.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { hotQuery } from '#lib/store/hot-query.ts'
import { editionJson } from '#lib/store/pages/sql/card-sql.ts'

type Named = { readonly slug: string; readonly name: string }

export type EditionPlaces = {
  readonly edition: Edition
  readonly blogs: readonly Named[]
  readonly topics: readonly Named[]
}

/** Editions that readers see, with all their blogs, and the topics that have articles. */
export async function listEditionPlaces(): Promise<readonly EditionPlaces[]> {
  const named = (alias: string) => Prisma.raw(`json_build_object('slug', ${alias}."slug", 'name', ${alias}."name")`)
  return hotQuery<EditionPlaces>(Prisma.sql`
    SELECT ${editionJson} AS "edition",
      (SELECT coalesce(json_agg(${named('b')} ORDER BY b."position", b."id"), '[]')
        FROM "Blog" b WHERE b."editionId" = e."id") AS "blogs",
      (SELECT coalesce(json_agg(${named('t')} ORDER BY t."id"), '[]') FROM "Topic" t WHERE t."editionId" = e."id"
        AND EXISTS (SELECT 1 FROM "ArticleTopic" x WHERE x."topicId" = t."id" AND x."listedAt" IS NOT NULL)) AS "topics"
    FROM "Edition" e WHERE NOT e."isOff" ORDER BY e."position", e."id"`)
}
