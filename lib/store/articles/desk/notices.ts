import { database } from '#lib/store/database/client.ts'

/** Something a person should know. `detail` is plain text for the page that shows it. */
export type NoticeLine = {
  readonly id: number
  readonly kind: string
  readonly articleId: number | null
  readonly headline: string | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly at: Date
}

/** A desk shows what is new; older ones are history. */
const mostShown = 50

export async function createNotices(notice: {
  readonly kind: string
  readonly userIds: readonly string[]
  readonly articleId: number | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly now: Date
}): Promise<void> {
  const { kind, userIds, articleId, detail, now } = notice
  if (userIds.length === 0) return
  await database().$executeRaw`
    INSERT INTO "Notice" ("userId", "kind", "articleId", "detail", "createdAt")
    SELECT id, ${kind}, ${articleId}::int, ${JSON.stringify(detail)}::jsonb, ${now} FROM unnest(${[...userIds]}::text[]) AS id`
}

/** What a person has not read yet, newest first: of articles that stood or came where they have no role any more, nothing. */
export async function listNotices(userId: string): Promise<readonly NoticeLine[]> {
  return database().$queryRaw<NoticeLine[]>`
    SELECT n."id", n."kind", n."articleId", n."detail", n."createdAt" AS "at",
      (SELECT r."headline" FROM "Revision" r WHERE r."articleId" = n."articleId" ORDER BY r."number" DESC LIMIT 1) AS "headline"
    FROM "Notice" n LEFT JOIN "Article" a ON a."id" = n."articleId"
    WHERE n."userId" = ${userId} AND n."readAt" IS NULL
      AND (a."id" IS NULL OR EXISTS (SELECT 1 FROM "Grant" g WHERE g."userId" = n."userId"
        AND coalesce(g."blogId" = a."blogId", g."editionId" = a."editionId", true)))
    ORDER BY n."createdAt" DESC, n."id" DESC LIMIT ${mostShown}`
}

/** The newest that a person has not read about an article. */
export async function findNewestNotice(about: {
  readonly userId: string
  readonly articleId: number
}): Promise<number | null> {
  const [row] = await database().$queryRaw<{ id: number | null }[]>`
    SELECT max("id") AS "id" FROM "Notice"
    WHERE "userId" = ${about.userId} AND "articleId" = ${about.articleId} AND "readAt" IS NULL`
  return row?.id ?? null
}

/** Reading the article is reading what was said about it: all up to the newest that its page was made with. */
export async function markNoticesRead(read: {
  readonly userId: string
  readonly articleId: number
  readonly newest: number
  readonly now: Date
}): Promise<void> {
  await database().$executeRaw`
    UPDATE "Notice" SET "readAt" = ${read.now}
    WHERE "userId" = ${read.userId} AND "articleId" = ${read.articleId} AND "id" <= ${read.newest} AND "readAt" IS NULL`
}
