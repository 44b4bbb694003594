import type { Edition } from '#lib/domain/edition.ts'
import type { ReferenceKind, ReferenceLine } from '#lib/domain/sections/reference.ts'
import { hasWords } from '#lib/store/articles/desk/has-words.ts'
import { database } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { editionJson } from '#lib/store/pages/sql/card-sql.ts'
import type { ContributorWords } from './change-contributor.ts'
import type { TopicWords } from './change-topic.ts'
import { referenceSql } from './reference-sql.ts'

/** As many as a page shows; the rest is found by its words. */
export const mostReferences = 200

export async function listReferences(
  kind: ReferenceKind,
  question: { readonly editionId: number; readonly text: string },
): Promise<{ readonly lines: readonly ReferenceLine[]; readonly total: number }> {
  const { table, uses, column } = referenceSql[kind]
  const rows = await database().$queryRaw<(ReferenceLine & { total: number })[]>`
    SELECT t."id", t."slug", t."name", t.total,
      (SELECT count(*)::int FROM ${uses} x WHERE x.${column} = t."id") AS "articleCount",
      (SELECT count(*)::int FROM ${uses} x WHERE x.${column} = t."id" AND x."listedAt" IS NOT NULL) AS "listedCount"
    FROM (SELECT *, count(*) OVER ()::int AS total FROM ${table}
      WHERE "editionId" = ${question.editionId} AND ${hasWords(Prisma.sql`"name" || ' ' || "slug"`, question.text)}
      ORDER BY "name", "id" LIMIT ${mostReferences}) t
    ORDER BY t."name", t."id"`
  return { lines: rows, total: rows[0]?.total ?? 0 }
}

type Edited = {
  readonly id: number
  readonly changedAt: Date
  readonly edition: Edition
  readonly articleCount: number
  readonly listedCount: number
  readonly counterparts: readonly { readonly id: number; readonly editionId: number }[]
}

export type EditedTopic = TopicWords & Edited
export type EditedContributor = ContributorWords & Edited

export async function findEditedTopic(id: number): Promise<EditedTopic | null> {
  const [topic] = await database().$queryRaw<EditedTopic[]>`
    SELECT t."name", t."slug", t."description", ${edited('topic')}
    FROM "Topic" t JOIN "Edition" e ON e."id" = t."editionId" WHERE t."id" = ${id}`
  return topic ?? null
}

export async function findEditedContributor(id: number): Promise<EditedContributor | null> {
  const [contributor] = await database().$queryRaw<EditedContributor[]>`
    SELECT t."name", t."slug", t."kind"::text AS "kind", t."role", t."bio", t."isPseudonym", t."links", t."pictureId", t."userId",
      ${edited('contributor')}
    FROM "Contributor" t JOIN "Edition" e ON e."id" = t."editionId" WHERE t."id" = ${id}`
  return contributor ?? null
}

function edited(kind: ReferenceKind): Prisma.Sql {
  const { table, uses, column } = referenceSql[kind]
  return Prisma.sql`t."id", t."changedAt", ${editionJson} AS "edition",
    (SELECT count(*)::int FROM ${uses} x WHERE x.${column} = t."id") AS "articleCount",
    (SELECT count(*)::int FROM ${uses} x WHERE x.${column} = t."id" AND x."listedAt" IS NOT NULL) AS "listedCount",
    (SELECT coalesce(json_agg(json_build_object('id', o."id", 'editionId', o."editionId")), '[]')
      FROM ${table} o WHERE o."key" = t."key" AND o."id" <> t."id") AS "counterparts"`
}

/** The edition of a topic or contributor, for whoever asks for a permission. */
export async function findReferenceEdition(kind: ReferenceKind, id: number): Promise<number | null> {
  const [row] = await database().$queryRaw<{ editionId: number }[]>`
    SELECT "editionId" FROM ${referenceSql[kind].table} WHERE "id" = ${id}`
  return row?.editionId ?? null
}

/** All of an edition by name, for a list to choose from. */
export async function listReferenceChoices(
  kind: ReferenceKind,
  editionId: number,
): Promise<readonly { readonly id: number; readonly name: string }[]> {
  return database().$queryRaw`
    SELECT "id", "name" FROM ${referenceSql[kind].table} WHERE "editionId" = ${editionId} ORDER BY "name", "id"`
}

/** People of the newsroom who can be behind a name. */
export async function listAccounts(): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return database().$queryRaw`SELECT "id", "name" FROM "User" ORDER BY "name", "id"`
}
