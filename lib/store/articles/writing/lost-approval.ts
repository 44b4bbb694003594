import { database } from '#lib/store/database/client.ts'

/** Words that changed after they were approved, by somebody who may not approve (domain/workflow/without-approval.ts). */
export type LostApproval = {
  readonly by: string
  readonly at: Date
  /** It was to go out then, and no longer does. */
  readonly wasDue: Date | null
}

/** Whether the article, or its newer text, waits for review again; null once somebody has taken a step since. */
export async function findLostApproval(articleId: number): Promise<LostApproval | null> {
  const [row] = await database().$queryRaw<(LostApproval & { readonly isEdit: boolean })[]>`
    SELECT "actor" AS "by", "at", ("details"->>'wasDue')::timestamptz AS "wasDue",
      "action" IN ('article.edit', 'article.restore') AS "isEdit"
    FROM "AuditEvent"
    WHERE "subject" = ${`article:${articleId}`} AND ("action" NOT IN ('article.edit', 'article.restore')
      OR "details"->>'from' <> "details"->>'to' OR "details" ? 'wasDue')
    ORDER BY "id" DESC LIMIT 1`
  if (!row?.isEdit) return null
  return { by: row.by, at: row.at, wasDue: row.wasDue }
}
