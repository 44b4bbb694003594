import type { Edition } from '#lib/domain/edition.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { editionJson } from '#lib/store/pages/sql/card-sql.ts'

type Named = { readonly slug: string; readonly name: string }

/** `after` is where the next page begins; null where the list ends. */
export type TopicPage = { readonly topics: readonly Named[]; readonly after: number | null }

export type EditionPlaces = TopicPage & { readonly edition: Edition; readonly blogs: readonly Named[] }

type TopicRow = Named & { readonly id: number }

const topicRows = (editionId: Prisma.Sql, after: number, limit: number) => Prisma.sql`
  SELECT t."id", t."slug", t."name" FROM "Topic" t WHERE t."editionId" = ${editionId} AND t."id" > ${after}
    AND EXISTS (SELECT 1 FROM "ArticleTopic" x WHERE x."topicId" = t."id" AND x."listedAt" IS NOT NULL)
  ORDER BY t."id" LIMIT ${limit + 1}`

/** Editions that readers see, with all their blogs, and the first of the topics that have articles. */
export async function listEditionPlaces(limit: number): Promise<readonly EditionPlaces[]> {
  const rows = await hotQuery<
    Omit<EditionPlaces, keyof TopicPage> & { readonly topics: readonly TopicRow[] }
  >(Prisma.sql`
    SELECT ${editionJson} AS "edition",
      (SELECT coalesce(json_agg(json_build_object('slug', b."slug", 'name', b."name") ORDER BY b."position", b."id"), '[]')
        FROM "Blog" b WHERE b."editionId" = e."id") AS "blogs",
      (SELECT coalesce(json_agg(row_to_json(t) ORDER BY t."id"), '[]')
        FROM (${topicRows(Prisma.sql`e."id"`, 0, limit)}) t) AS "topics"
    FROM "Edition" e WHERE NOT e."isOff" ORDER BY e."position", e."id"`)
  return rows.map(({ topics, ...row }) => ({ ...row, ...pageOf(topics, limit) }))
}

/** The topics of an edition that have articles, in the order in which they were made. */
export async function listEditionTopics(q: {
  readonly editionId: number
  readonly after: number
  readonly limit: number
}): Promise<TopicPage> {
  return pageOf(await hotQuery<TopicRow>(topicRows(Prisma.sql`${q.editionId}`, q.after, q.limit)), q.limit)
}

function pageOf(rows: readonly TopicRow[], limit: number): TopicPage {
  const topics = rows.slice(0, limit)
  const after = rows.length > limit ? (topics.at(-1)?.id ?? null) : null
  return { topics: topics.map(({ slug, name }) => ({ slug, name })), after }
}
