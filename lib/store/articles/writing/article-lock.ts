import type { LockView } from '#lib/domain/writing/saving/save-answers.ts'
import { database } from '#lib/store/database/client.ts'

/** A tab tells every two seconds that it is there. One silent for so long has crashed, sleeps or has no network. */
export const lockExpiresMs = 45_000
const minuteMs = 60_000

type Asking = {
  readonly articleId: number
  readonly userId: string
  readonly tab: string
  readonly now: Date
}

/** Takes the lock when it is free or this tab's own, and tells who has it then. */
export async function holdLock({ articleId, userId, tab, now }: Asking): Promise<LockView> {
  await database().$executeRaw`
    INSERT INTO "ArticleLock" AS l ("articleId", "userId", "tab", "since", "seenAt")
    VALUES (${articleId}, ${userId}, ${tab}, ${now}, ${now})
    ON CONFLICT ("articleId") DO UPDATE SET "userId" = excluded."userId", "tab" = excluded."tab", "seenAt" = excluded."seenAt",
      "since" = CASE WHEN l."tab" = excluded."tab" THEN l."since" ELSE excluded."since" END
    WHERE (l."tab" = excluded."tab" AND l."userId" = excluded."userId") OR l."seenAt" < ${deadline(now)}`
  const lock = await findLock(articleId, now)
  if (!lock) throw new Error('The lock was not written')
  return lock
}

/** Takes the lock from whoever has it. What they have written stays where it is: in their working copy. */
export async function takeOverLock({ articleId, userId, tab, now }: Asking): Promise<LockView> {
  await database().$executeRaw`
    INSERT INTO "ArticleLock" ("articleId", "userId", "tab", "since", "seenAt")
    VALUES (${articleId}, ${userId}, ${tab}, ${now}, ${now})
    ON CONFLICT ("articleId") DO UPDATE SET "userId" = excluded."userId", "tab" = excluded."tab",
      "since" = excluded."since", "seenAt" = excluded."seenAt"`
  return holdLock({ articleId, userId, tab, now })
}

export async function releaseLock({ articleId, tab }: { readonly articleId: number; readonly tab: string }) {
  await database().$executeRaw`DELETE FROM "ArticleLock" WHERE "articleId" = ${articleId} AND "tab" = ${tab}`
}

export async function findLock(articleId: number, now: Date): Promise<LockView | null> {
  const [row] = await database().$queryRaw<{ id: string; name: string; tab: string; since: Date }[]>`
    SELECT u."id", u."name", l."tab", l."since" FROM "ArticleLock" l JOIN "User" u ON u."id" = l."userId"
    WHERE l."articleId" = ${articleId} AND l."seenAt" >= ${deadline(now)}`
  if (!row) return null
  const { id, name, tab, since } = row
  return { holder: { id, name }, tab, minutes: Math.max(0, Math.floor((now.getTime() - since.getTime()) / minuteMs)) }
}

function deadline(now: Date): Date {
  return new Date(now.getTime() - lockExpiresMs)
}
