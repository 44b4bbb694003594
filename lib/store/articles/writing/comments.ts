import type { CommentAnchor } from '#lib/domain/writing/saving/anchor.ts'
import type { CommentLine, CommentThread } from '#lib/domain/writing/saving/comment.ts'
import type { Mentionable } from '#lib/domain/writing/saving/mentions.ts'
import { createNotices } from '#lib/store/articles/desk/notices.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'

type Place = { readonly editionId: number; readonly blogId: number }

type Row = {
  readonly id: number
  readonly parentId: number | null
  readonly authorId: string
  readonly name: string
  readonly text: string
  readonly anchor: CommentAnchor | null
  readonly wantsCorrection: boolean
  readonly createdAt: Date
  readonly resolvedAt: Date | null
  readonly resolvedBy: string | null
}

/** All comments of an article, open threads first, in the order they were begun. */
export async function listComments(articleId: number): Promise<readonly CommentThread[]> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT c."id", c."parentId", c."authorId", u."name", c."text", c."anchor", c."wantsCorrection", c."createdAt", c."resolvedAt",
      r."name" AS "resolvedBy"
    FROM "Comment" c JOIN "User" u ON u."id" = c."authorId" LEFT JOIN "User" r ON r."id" = c."resolvedById"
    WHERE c."articleId" = ${articleId} ORDER BY c."createdAt", c."id"`
  const replies = Map.groupBy(rows, (row) => row.parentId)
  const threads = (replies.get(null) ?? []).map((row) => ({
    ...lineOf(row),
    anchor: row.anchor,
    wantsCorrection: row.wantsCorrection,
    resolved: row.resolvedAt && { at: row.resolvedAt.toISOString(), by: row.resolvedBy },
    replies: (replies.get(row.id) ?? []).map(lineOf),
  }))
  return [...threads.filter(({ resolved }) => !resolved), ...threads.filter(({ resolved }) => resolved)]
}

/**
 * A new thread, or a reply to one; whoever is mentioned gets a notice. Null when there is no such thread in this article, or when a
 * correction is asked for of what readers never saw.
 */
export async function createComment(comment: {
  readonly articleId: number
  readonly parentId: number | null
  readonly by: Mentionable
  readonly text: string
  readonly anchor: CommentAnchor | null
  readonly wantsCorrection?: boolean
  readonly mentioned: readonly Mentionable[]
  readonly now: Date
}): Promise<number | null> {
  const { articleId, parentId, by, text, anchor, wantsCorrection = false, mentioned, now } = comment
  return inTransaction(async (open) => {
    const [row] = await open.$queryRaw<{ id: number }[]>`
      INSERT INTO "Comment" ("articleId", "parentId", "authorId", "text", "anchor", "wantsCorrection", "createdAt")
      SELECT ${articleId}, ${parentId}::int, ${by.id}, ${text}, ${anchor && JSON.stringify(anchor)}::jsonb, ${wantsCorrection}, ${now}
      WHERE (${parentId}::int IS NULL
        OR EXISTS (SELECT 1 FROM "Comment" WHERE "id" = ${parentId} AND "articleId" = ${articleId} AND "parentId" IS NULL))
        AND (NOT ${wantsCorrection}::boolean OR ${parentId}::int IS NULL
          AND EXISTS (SELECT 1 FROM "Article" WHERE "id" = ${articleId} AND "state" = 'published'))
      RETURNING "id"`
    if (!row) return null
    // An answer opens a thread that was settled: else nobody would read it.
    if (parentId !== null)
      await open.$executeRaw`UPDATE "Comment" SET "resolvedAt" = NULL, "resolvedById" = NULL WHERE "id" = ${parentId}`
    await createNotices({
      kind: 'mention',
      userIds: mentioned.map(({ id }) => id).filter((id) => id !== by.id),
      articleId,
      detail: { commentId: row.id, by: by.name, text: text.slice(0, 200) },
      now,
    })
    return row.id
  })
}

/** Settles a thread, or opens it again. */
export async function setResolved(change: {
  readonly articleId: number
  readonly id: number
  readonly resolved: { readonly by: string; readonly at: Date } | null
}): Promise<void> {
  const { articleId, id, resolved } = change
  await database().$executeRaw`
    UPDATE "Comment" SET "resolvedAt" = ${resolved?.at ?? null}::timestamptz, "resolvedById" = ${resolved?.by ?? null}
    WHERE "id" = ${id} AND "articleId" = ${articleId} AND "parentId" IS NULL`
}

/** A correction was published: nothing that asked for one is due any more. */
export async function settleCorrections(settled: {
  readonly articleId: number
  readonly by: string
  readonly at: Date
}): Promise<void> {
  const { articleId, by, at } = settled
  await database().$executeRaw`
    UPDATE "Comment" SET "resolvedAt" = ${at}, "resolvedById" = ${by}
    WHERE "articleId" = ${articleId} AND "wantsCorrection" AND "resolvedAt" IS NULL`
}

/** Who can be mentioned: everyone who may sign in and has a role where the article stands. A notice carries its headline. */
export async function listMentionable({ editionId, blogId }: Place): Promise<readonly Mentionable[]> {
  return database().$queryRaw<Mentionable[]>`
    SELECT "id", "name" FROM "User" u WHERE "disabledAt" IS NULL
      AND EXISTS (SELECT 1 FROM "Grant" g WHERE g."userId" = u."id"
        AND coalesce(g."blogId" = ${blogId}, g."editionId" = ${editionId}, true)) ORDER BY "name", "id"`
}

function lineOf({ id, authorId, name, createdAt, text }: Row): CommentLine {
  return { id, by: { id: authorId, name }, at: createdAt.toISOString(), text }
}
