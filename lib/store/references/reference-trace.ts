import { type ReferenceKind, referencePrefixes } from '#lib/domain/sections/reference.ts'
import { type ReferenceTrace, referenceExpiry } from '#lib/domain/workflow/reference-expiry.ts'
import { database } from '#lib/store/database/client.ts'
import { announce } from '#lib/store/outbox/announce.ts'
import { writeSearchDocument } from '#lib/store/search/search-document.ts'
import { referenceSql } from './reference-sql.ts'

/** A long list of articles has its search documents made again one by one, in the transaction that renames. */
export const renameTimeoutMs = 120_000

/** What the public sees of a topic or contributor now. Null when there is none. */
export async function findReferenceTrace(kind: ReferenceKind, id: number): Promise<ReferenceTrace | null> {
  const { table, column, shownElsewhere } = referenceSql[kind]
  const [row] = await database().$queryRaw<Omit<ReferenceTrace, 'kind'>[]>`
    SELECT t."id", t."editionId", t."slug", ${shownElsewhere} AS "shownElsewhere",
      ARRAY(SELECT substr(f."path", ${referencePrefixes[kind].length + 2}::int) FROM "FormerAddress" f
        WHERE f.${column} = t."id" ORDER BY f."path") AS "formerSlugs",
      (SELECT coalesce(json_agg(json_build_object('editionId', o."editionId", 'slug', o."slug") ORDER BY o."id"), '[]')
        FROM ${table} o WHERE o."key" = t."key" AND o."id" <> t."id") AS "counterparts"
    FROM ${table} t WHERE t."id" = ${id}`
  return row ? { kind, ...row } : null
}

/** Tells every process which pages are out of date, from what the public saw before. */
export async function announceReference(change: {
  readonly action: string
  readonly before: ReferenceTrace | null
  readonly after: ReferenceTrace | null
  /** What else readers see differently. */
  readonly also?: readonly string[]
}): Promise<void> {
  const { action, before, after, also = [] } = change
  const kind = before?.kind ?? after?.kind
  const id = before?.id ?? after?.id
  const outdated = [...new Set([...referenceExpiry(before, after), ...also])].sort()
  await announce({ kind: `${kind}.${action}`, tags: outdated, isHard: false, detail: { id } })
}

/** Search finds articles by the names of their topics and people. */
export async function renewSearch(kind: ReferenceKind, id: number): Promise<void> {
  const { uses, column } = referenceSql[kind]
  const articles = await database().$queryRaw<{ articleId: number }[]>`
    SELECT "articleId" FROM ${uses} WHERE ${column} = ${id} AND "listedAt" IS NOT NULL ORDER BY "articleId"`
  for (const { articleId } of articles) await writeSearchDocument(articleId)
}
