import { createHash } from 'node:crypto'
import { tags } from '#lib/domain/workflow/tags.ts'
import { database } from '#lib/store/database/client.ts'
import { announce } from '#lib/store/outbox/announce.ts'

export type ForeignKind = 'article' | 'page' | 'picture' | 'contributor' | 'topic' | 'blog'

export type ForeignKey = {
  readonly source: string
  readonly kind: ForeignKind
  readonly foreignId: string
}

/** The row of ours that something foreign became, in this run or an earlier one. A picture that was deleted since became nothing. */
export async function findImported({ source, kind, foreignId: given }: ForeignKey): Promise<number | null> {
  const foreignId = storable(given)
  const [row] = await database().$queryRaw<{ targetId: number }[]>`
    SELECT k."targetId" FROM "ImportKey" k
    WHERE k."source" = ${source} AND k."kind" = ${kind} AND k."foreignId" = ${foreignId}
      AND (k."kind" <> 'picture' OR EXISTS (SELECT 1 FROM "Picture" p WHERE p."id" = k."targetId"))`
  return row?.targetId ?? null
}

/** Those of these foreign things that became something of ours already. Of pictures it says nothing: they can be deleted. */
export async function listImported<Key extends ForeignKey>(keys: readonly Key[]): Promise<ReadonlySet<Key>> {
  if (keys.length === 0) return new Set()
  const rows = keys.map(({ source, kind, foreignId }, place) => ({
    place,
    source,
    kind,
    foreignId: storable(foreignId),
  }))
  const found = await database().$queryRaw<{ place: number }[]>`
    SELECT x."place" FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS x("place" int, "source" text, "kind" text, "foreignId" text)
      JOIN "ImportKey" k ON k."source" = x."source" AND k."kind" = x."kind" AND k."foreignId" = x."foreignId"`
  return new Set(found.flatMap(({ place }) => keys[place] ?? []))
}

/** Notes what something became. Two runs at once can't both: the second one's transaction fails and leaves nothing. */
export async function noteImported({ source, kind, foreignId: given }: ForeignKey, targetId: number): Promise<void> {
  const foreignId = storable(given)
  // Only of a picture a key may be left that leads to nothing.
  if (kind === 'picture')
    await database().$executeRaw`
      DELETE FROM "ImportKey" k WHERE k."source" = ${source} AND k."kind" = 'picture'
        AND k."foreignId" = ${foreignId} AND NOT EXISTS (SELECT 1 FROM "Picture" p WHERE p."id" = k."targetId")`
  await database().$executeRaw`
    INSERT INTO "ImportKey" ("source", "kind", "foreignId", "targetId") VALUES (${source}, ${kind}, ${foreignId}, ${targetId})`
}

/** The same of several at once, of which none is a picture. */
export async function noteAllImported(
  all: readonly { readonly key: ForeignKey; readonly targetId: number }[],
): Promise<void> {
  const rows = all.map(({ key, targetId }) => ({ ...key, foreignId: storable(key.foreignId), targetId }))
  await database().$executeRaw`
    INSERT INTO "ImportKey" ("source", "kind", "foreignId", "targetId")
    SELECT x."source", x."kind", x."foreignId", x."targetId" FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS x("source" text, "kind" text, "foreignId" text, "targetId" int)`
}

/**
 * Lets the transaction that is open end before its bytes are on the disk. A power cut may take the last articles of a run back, whole,
 * with their keys: the next run brings them again, so an import need not wait for the disk after each.
 */
export async function letDiskFollow(): Promise<void> {
  await database().$executeRaw`SET LOCAL synchronous_commit TO off`
}

/** An address of an earlier site, and what it leads to. */
export type OldAddress = { readonly path: string } & (
  | { readonly articleId: number; readonly pageId?: never }
  | { readonly pageId: number; readonly articleId?: never }
)

/** Lets addresses of an earlier site lead to articles and static pages. The first that had one keeps it. */
export async function keepOldAddresses(addresses: readonly OldAddress[]): Promise<void> {
  if (addresses.length === 0) return
  const kept = await database().$queryRaw<{ path: string; articleId: number | null; pageId: number | null }[]>`
    INSERT INTO "OldAddress" ("path", "articleId", "pageId")
    SELECT x."path", x."articleId", x."pageId" FROM jsonb_to_recordset(${JSON.stringify(addresses)}::jsonb)
      AS x("path" text, "articleId" int, "pageId" int)
    ON CONFLICT DO NOTHING RETURNING "path", "articleId", "pageId"`
  if (kept.length === 0) return
  const named = kept.map(({ path }) => tags.oldAddress(path))
  const idsOf = (ids: readonly (number | null)[]) => [...new Set(ids.filter((id) => id !== null))]
  const detail = {
    articleIds: idsOf(kept.map(({ articleId }) => articleId)),
    pageIds: idsOf(kept.map(({ pageId }) => pageId)),
  }
  await announce({ kind: 'address.keep', tags: named, isHard: false, detail })
}

/** A row of PostgreSQL's index holds 2,700 bytes, and its texts no NUL: what feeds call an id may be a whole page. */
const longestId = 500

function storable(foreignId: string): string {
  if (foreignId.length <= longestId && !foreignId.includes('\0')) return foreignId
  return `sha256:${createHash('sha256').update(foreignId).digest('hex')}`
}
