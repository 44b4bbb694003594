import { randomUUID } from 'node:crypto'
import { database } from '#lib/store/database/client.ts'

/**
 * Counts one more attempt under `key`, in one statement, so that a hundred at once count a hundred. A window begins with its
 * first attempt.
 */
export async function countAttempt({
  key,
  windowMs,
  now,
}: {
  readonly key: string
  readonly windowMs: number
  readonly now: Date
}): Promise<{ readonly count: number; readonly windowEndsAt: Date }> {
  const at = BigInt(now.getTime())
  const expired = BigInt(now.getTime() - windowMs)
  const [row] = await database().$queryRaw<{ count: number; lastRequest: bigint }[]>`
    INSERT INTO "RateLimit" AS r ("id", "key", "count", "lastRequest") VALUES (${randomUUID()}, ${key}, 1, ${at})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN r."lastRequest" < ${expired} THEN 1 ELSE r."count" + 1 END,
      "lastRequest" = CASE WHEN r."lastRequest" < ${expired} THEN ${at} ELSE r."lastRequest" END
    RETURNING r."count", r."lastRequest"`
  if (!row) throw new Error('The attempt was not counted')
  return { count: row.count, windowEndsAt: new Date(Number(row.lastRequest) + windowMs) }
}

export async function forgetAttempts(key: string): Promise<void> {
  await database().rateLimit.deleteMany({ where: { key } })
}

/** Deletes what was last counted before then, whatever it counted. A row of a window that ended says nothing any more. */
export async function forgetAttemptsBefore(moment: Date): Promise<number> {
  const { count } = await database().rateLimit.deleteMany({ where: { lastRequest: { lt: BigInt(moment.getTime()) } } })
  return count
}
