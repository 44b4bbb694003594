import { database, inTransaction } from '#lib/store/client.ts'
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
export async function* dumpTable(
  { name, key }: TransferTable,
  columns: readonly string[],
): AsyncGenerator<readonly string[]> {
  const fields = columns.map(quoted).join(', ')
  // Names are this program's own (tables.ts) or the database's: nothing from outside is in this text.
  await database().$executeRawUnsafe(
    `DECLARE "masthead dump" NO SCROLL CURSOR FOR
     SELECT row_to_json(r)::text AS "row" FROM (SELECT ${fields} FROM ${quoted(name)} ORDER BY ${key.map(quoted).join(', ')}) r`,
  )
  for (;;) {
    const rows = await database().$queryRawUnsafe<{ row: string }[]>(`FETCH ${rowsAtOnce} FROM "masthead dump"`)
    if (rows.length > 0) yield rows.map(({ row }) => row)
    if (rows.length < rowsAtOnce) break
  }
  await database().$executeRawUnsafe('CLOSE "masthead dump"')
}

/** Every old address with the one it leads to, for whoever takes the newsroom elsewhere. */
export async function* dumpRedirects(): AsyncGenerator<readonly string[]> {
  for (let after = ''; ; ) {
    const rows = await database().$queryRaw<{ from: string; to: string }[]>`
      SELECT "from", "to" FROM (
        SELECT p || f."path" AS "from", p || coalesce(ab."slug" || '/' || a."slug", b."slug") AS "to"
        FROM "FormerAddress" f JOIN "Edition" e ON e."id" = f."editionId"
          CROSS JOIN LATERAL (SELECT CASE WHEN e."isDefault" THEN '/' ELSE '/' || e."key" || '/' END) prefix(p)
          LEFT JOIN "Article" a ON a."id" = f."articleId" LEFT JOIN "Blog" ab ON ab."id" = a."blogId"
          LEFT JOIN "Blog" b ON b."id" = f."blogId"
        UNION ALL
        SELECT '/' || o."path", CASE WHEN e."isDefault" THEN '/' ELSE '/' || e."key" || '/' END || ab."slug" || '/' || a."slug"
        FROM "OldAddress" o JOIN "Article" a ON a."id" = o."articleId" JOIN "Edition" e ON e."id" = a."editionId"
          JOIN "Blog" ab ON ab."id" = a."blogId"
      ) q WHERE "from" > ${after} ORDER BY "from" LIMIT ${rowsAtOnce}`
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => JSON.stringify(row))
    after = last.from
  }
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
