import { hasWords } from '#lib/store/articles/desk/has-words.ts'
import { database } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'

/**
 * Names in the audit trail that have these words somewhere, however either is typed. Each name is one step along the index of
 * names, whatever number of lines it has: a million lines of a newsroom are the names of some hundreds.
 */
export async function listActorsOf(text: string): Promise<readonly string[]> {
  const rows = await database().$queryRaw<{ actor: string }[]>`
    WITH RECURSIVE names AS (
      SELECT min("actor") AS "actor" FROM "AuditEvent"
      UNION ALL
      SELECT (SELECT e."actor" FROM "AuditEvent" e WHERE e."actor" > n."actor" ORDER BY e."actor" LIMIT 1)
      FROM names n WHERE n."actor" IS NOT NULL
    )
    SELECT n."actor" FROM names n WHERE n."actor" IS NOT NULL AND ${hasWords(Prisma.sql`n."actor"`, text)}`
  return rows.map(({ actor }) => actor)
}
