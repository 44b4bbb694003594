import { appendAudit } from '#lib/store/audit.ts'
import { database } from '#lib/store/database/client.ts'

/** Who keeps a page open and comes back to it reads once. */
const onceInMs = 3_600_000

/**
 * Puts into the trail that somebody opened what is under an embargo; nothing for any other article. Should it leak, this says who had
 * it. `reader` is a name, or the link by which nobody in particular came.
 */
export async function noteEmbargoedReading(reading: {
  readonly articleId: number
  readonly reader: string
  readonly now: Date
}): Promise<void> {
  const { articleId, reader, now } = reading
  const subject = `article:${articleId}`
  const [held] = await database().$queryRaw<{ until: Date }[]>`
    SELECT a."embargoUntil" AS "until" FROM "Article" a
    WHERE a."id" = ${articleId} AND a."embargoUntil" > ${now} AND a."state" NOT IN ('published', 'withdrawn', 'killed')
      AND NOT EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."subject" = ${subject} AND e."action" = 'article.read-embargoed'
        AND e."actor" = ${reader} AND e."at" > ${new Date(now.getTime() - onceInMs)})`
  if (!held) return
  const details = { until: held.until.toISOString() }
  await appendAudit({ actor: reader, action: 'article.read-embargoed', subject, details, at: now })
}
