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
export async function findImported({ source, kind, foreignId }: ForeignKey): Promise<number | null> {
  const [row] = await database().$queryRaw<{ targetId: number }[]>`
    SELECT k."targetId" FROM "ImportKey" k
    WHERE k."source" = ${source} AND k."kind" = ${kind} AND k."foreignId" = ${foreignId}
      AND (k."kind" <> 'picture' OR EXISTS (SELECT 1 FROM "Picture" p WHERE p."id" = k."targetId"))`
  return row?.targetId ?? null
}

/** Notes what something became. Two runs at once can't both: the second one's transaction fails and leaves nothing. */
export async function noteImported({ source, kind, foreignId }: ForeignKey, targetId: number): Promise<void> {
  await database().$executeRaw`
    DELETE FROM "ImportKey" k WHERE k."source" = ${source} AND k."kind" = 'picture' AND k."kind" = ${kind}
      AND k."foreignId" = ${foreignId} AND NOT EXISTS (SELECT 1 FROM "Picture" p WHERE p."id" = k."targetId")`
  await database().$executeRaw`
    INSERT INTO "ImportKey" ("source", "kind", "foreignId", "targetId") VALUES (${source}, ${kind}, ${foreignId}, ${targetId})`
}

/** Lets an address of an earlier site lead to an article. The first article that had it keeps it. */
export async function keepOldAddress(path: string, articleId: number): Promise<boolean> {
  const count = await database().$executeRaw`
    INSERT INTO "OldAddress" ("path", "articleId") VALUES (${path}, ${articleId}) ON CONFLICT DO NOTHING`
  if (count > 0)
    await announce({ kind: 'address.keep', tags: [tags.oldAddress(path)], isHard: false, detail: { articleId } })
  return count > 0
}
