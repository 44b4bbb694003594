import { createHash } from 'node:crypto'
import { tags } from '#lib/domain/workflow/tags.ts'
import { announce } from '#lib/store/announce.ts'
import { database } from '#lib/store/client.ts'

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

/**
 * Lets the transaction that is open end before its bytes are on the disk. A power cut may take the last articles of a run back, whole,
 * with their keys: the next run brings them again, so an import need not wait for the disk after each.
 */
export async function letDiskFollow(): Promise<void> {
  await database().$executeRaw`SET LOCAL synchronous_commit TO off`
}

/** What an address of an earlier site leads to. */
export type OldTarget =
  | { readonly articleId: number; readonly pageId?: never }
  | { readonly pageId: number; readonly articleId?: never }

/** Lets addresses of an earlier site lead to an article or a static page. The first that had one keeps it. */
export async function keepOldAddresses(paths: readonly string[], target: OldTarget): Promise<void> {
  const kept = await database().$queryRaw<{ path: string }[]>`
    INSERT INTO "OldAddress" ("path", "articleId", "pageId")
    SELECT x, ${target.articleId ?? null}::int, ${target.pageId ?? null}::int FROM unnest(${paths}::text[]) AS x
    ON CONFLICT DO NOTHING RETURNING "path"`
  if (kept.length === 0) return
  const named = kept.map(({ path }) => tags.oldAddress(path))
  await announce({ kind: 'address.keep', tags: named, isHard: false, detail: target })
}

/** A row of PostgreSQL's index holds 2,700 bytes, and its texts no NUL: what feeds call an id may be a whole page. */
const longestId = 500

function storable(foreignId: string): string {
  if (foreignId.length <= longestId && !foreignId.includes('\0')) return foreignId
  return `sha256:${createHash('sha256').update(foreignId).digest('hex')}`
}
