import { database } from '#lib/store/database/client.ts'

/** Ids of what articles of an edition can refer to. */
export type NewsroomIds = {
  readonly editionId: number
  readonly blogIds: readonly number[]
  readonly topicIds: readonly number[]
  readonly contributorIds: readonly number[]
  readonly pictureIds: readonly number[]
}

export async function listNewsroomIds(editionId: number): Promise<NewsroomIds> {
  const [row] = await database().$queryRaw<NewsroomIds[]>`
    SELECT ${editionId}::int AS "editionId",
      ARRAY(SELECT "id" FROM "Blog" WHERE "editionId" = ${editionId} ORDER BY "id") AS "blogIds",
      ARRAY(SELECT "id" FROM "Topic" WHERE "editionId" = ${editionId} ORDER BY "id") AS "topicIds",
      ARRAY(SELECT "id" FROM "Contributor" WHERE "editionId" = ${editionId} ORDER BY "id") AS "contributorIds",
      ARRAY(SELECT p."id" FROM "Picture" p JOIN "PictureText" t ON t."pictureId" = p."id" JOIN "Edition" e ON e."locale" = t."locale"
        WHERE e."id" = ${editionId} ORDER BY p."id") AS "pictureIds"`
  if (!row) throw new Error(`No ids for edition ${editionId}`)
  return row
}
