import type { Standing } from '#lib/domain/writing/saving/restored-draft.ts'
import { database } from '#lib/store/database/client.ts'

/** What a text names by id. */
export type Named = {
  readonly pictureIds: readonly number[]
  readonly topicIds: readonly number[]
  readonly contributorIds: readonly number[]
}

type Row = { readonly kind: 'picture' | 'topic' | 'contributor'; readonly id: number; readonly became: number }

/** Which of these are there, and which of those that were merged since became what: the others were deleted. */
export async function findStanding({ pictureIds, topicIds, contributorIds }: Named): Promise<Standing> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT 'picture' AS "kind", "id", "id" AS "became" FROM "Picture" WHERE "id" = ANY(${[...pictureIds]}::int[])
    UNION ALL SELECT 'topic', "id", "id" FROM "Topic" WHERE "id" = ANY(${[...topicIds]}::int[])
    UNION ALL SELECT 'topic', "formerId", "topicId" FROM "MergedTopic" WHERE "formerId" = ANY(${[...topicIds]}::int[])
    UNION ALL SELECT 'contributor', "id", "id" FROM "Contributor" WHERE "id" = ANY(${[...contributorIds]}::int[])
    UNION ALL SELECT 'contributor', "formerId", "contributorId" FROM "MergedContributor"
      WHERE "formerId" = ANY(${[...contributorIds]}::int[])`
  const of = (kind: Row['kind']) =>
    new Map(rows.filter((row) => row.kind === kind).map(({ id, became }) => [id, became] as const))
  return { pictures: new Set(of('picture').keys()), topics: of('topic'), contributors: of('contributor') }
}
