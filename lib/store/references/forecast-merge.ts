import type { MergeForecast, ReferenceKind } from '#lib/domain/sections/reference.ts'
import { database } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { referenceSql } from './reference-sql.ts'

/** What a merge would do now. Null when one of them is not there, or they are not of one edition. */
export async function forecastMerge(
  kind: ReferenceKind,
  { fromId, intoId }: { readonly fromId: number; readonly intoId: number },
): Promise<MergeForecast | null> {
  const { table, uses, column } = referenceSql[kind]
  const [row] = await database().$queryRaw<MergeForecast[]>`
    SELECT json_build_object('id', f."id", 'name', f."name", 'slug', f."slug") AS "from",
      json_build_object('id', i."id", 'name', i."name", 'slug', i."slug") AS "into",
      (SELECT count(*)::int FROM ${uses} x WHERE x.${column} = f."id") AS "articleCount",
      (SELECT count(*)::int FROM ${uses} x JOIN ${uses} y ON y."articleId" = x."articleId" AND y.${column} = i."id"
        WHERE x.${column} = f."id") AS "bothCount",
      (SELECT count(*)::int FROM "WorkingCopy" w WHERE ${isNamedIn(kind, fromId)}) AS "unsavedCount",
      (SELECT count(*)::int FROM "FormerAddress" a WHERE a.${column} = f."id") AS "formerCount",
      (SELECT count(*)::int FROM ${table} o WHERE o."key" = f."key" AND o."id" <> f."id") AS "counterpartCount",
      ${only(kind, 'topic', Prisma.sql`(SELECT count(*)::int FROM "ApiKey" k WHERE k."topicId" = f."id" AND k."revokedAt" IS NULL)`)}
        AS "keyCount",
      ${only(kind, 'contributor', Prisma.sql`(SELECT count(*)::int FROM "Blog" b WHERE b."editorId" = f."id")`)} AS "blogCount"
    FROM ${table} f JOIN ${table} i ON i."editionId" = f."editionId" AND i."id" = ${intoId}
    WHERE f."id" = ${fromId} AND f."id" <> i."id"`
  return row ?? null
}

/** How many keys of partners end with a topic that is deleted. */
export async function countKeysOfTopic(topicId: number): Promise<number> {
  return database().apiKey.count({ where: { topicId, revokedAt: null } })
}

/** Of a working copy `w`: a text that somebody writes, in no revision yet, names it. */
export function isNamedIn(kind: ReferenceKind, id: number): Prisma.Sql {
  const path = kind === 'topic' ? '$.topicIds[*] ? (@ == $id)' : '$.bylines[*].contributorId ? (@ == $id)'
  return Prisma.sql`w."closedAt" IS NULL
    AND jsonb_path_exists(w."text" -> 'draft', ${path}::jsonpath, jsonb_build_object('id', ${id}::int))`
}

function only(kind: ReferenceKind, of: ReferenceKind, count: Prisma.Sql): Prisma.Sql {
  return kind === of ? count : Prisma.sql`0`
}
