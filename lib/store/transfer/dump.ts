import { database, inTransaction } from '#lib/store/database/client.ts'
import type { TransferTable } from './tables.ts'

const rowsAtOnce = 200
/** A day: a newsroom of a million articles takes an hour. */
const longestMs = 24 * 3_600_000

/** Runs `work` while it sees one moment of the database, whatever is published meanwhile. */
export async function atOneMoment<T>(work: () => Promise<T>): Promise<T> {
  return inTransaction(async (open) => {
    await open.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`
    return work()
  }, longestMs)
}

export async function listColumns(table: string): Promise<readonly string[]> {
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT column_name::text AS "name" FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = ${table} ORDER BY ordinal_position`
  return rows.map(({ name }) => name)
}

/** The rows of a table as JSON, a part at a time. */
export function dumpTable({ name, key }: TransferTable, columns: readonly string[]): AsyncGenerator<readonly string[]> {
  // Names are this program's own (tables.ts) or the database's: nothing from outside is in this text.
  return dump(`SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)} ORDER BY ${key.map(quoted).join(', ')}`)
}

/** Every old address with the one it leads to, for whoever takes the newsroom elsewhere. */
export function dumpRedirects(): AsyncGenerator<readonly string[]> {
  return dump(`
    SELECT p || r."path" AS "from", p || r."to" AS "to" FROM (
      SELECT f."editionId", f."path", coalesce(ab."slug" || '/' || a."slug", b."slug", 'topic/' || t."slug", 'authors/' || c."slug") AS "to"
      FROM "FormerAddress" f
        LEFT JOIN "Article" a ON a."id" = f."articleId" LEFT JOIN "Blog" ab ON ab."id" = a."blogId"
        LEFT JOIN "Blog" b ON b."id" = f."blogId" LEFT JOIN "Topic" t ON t."id" = f."topicId"
        LEFT JOIN "Contributor" c ON c."id" = f."contributorId") r
      JOIN "Edition" e ON e."id" = r."editionId"
      CROSS JOIN LATERAL (SELECT CASE WHEN e."isDefault" THEN '/' ELSE '/' || e."key" || '/' END) prefix(p)
    WHERE r."to" IS NOT NULL
    UNION ALL
    SELECT '/' || o."path", CASE WHEN e."isDefault" THEN '/' ELSE '/' || e."key" || '/' END || b."slug" || '/' || a."slug"
    FROM "OldAddress" o JOIN "Article" a ON a."id" = o."articleId" JOIN "Edition" e ON e."id" = a."editionId"
      JOIN "Blog" b ON b."id" = a."blogId"
    UNION ALL
    SELECT '/' || o."path", CASE WHEN e."isDefault" THEN '/' ELSE '/' || e."key" || '/' END || g."slug"
    FROM "OldAddress" o JOIN "Page" g ON g."id" = o."pageId" JOIN "Edition" e ON e."id" = g."editionId"
    ORDER BY 1`)
}

async function* dump(query: string): AsyncGenerator<readonly string[]> {
  await database().$executeRawUnsafe(
    `DECLARE "masthead dump" NO SCROLL CURSOR FOR SELECT row_to_json(r)::text AS "row" FROM (${query}) r`,
  )
  for (;;) {
    const rows = await database().$queryRawUnsafe<{ row: string }[]>(`FETCH ${rowsAtOnce} FROM "masthead dump"`)
    if (rows.length > 0) yield rows.map(({ row }) => row)
    if (rows.length < rowsAtOnce) break
  }
  await database().$executeRawUnsafe('CLOSE "masthead dump"')
}

/** Names of all originals that a picture of today or an earlier one is drawn from. */
export async function listOriginals(): Promise<readonly string[]> {
  const rows = await database().$queryRaw<{ sha256: string }[]>`
    SELECT "sha256" FROM "Picture" UNION SELECT "sha256" FROM "FormerPicture" ORDER BY 1`
  return rows.map(({ sha256 }) => sha256)
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
