import { database, inTransaction } from '#lib/store/database/client.ts'
import { writeSearchDocument } from '#lib/store/search/search-document.ts'
import { quoted } from './dump.ts'

const longestMs = 24 * 3_600_000

/** All or nothing: a restore that fails leaves the database as empty as it was. */
export async function allOrNothing<T>(work: () => Promise<T>): Promise<T> {
  return inTransaction(work, longestMs)
}

/** Puts rows into a table, as `dumpTable` gave them. `columns` were held against the table's own by the caller. */
export async function restoreRows(table: string, columns: readonly string[], rows: readonly string[]): Promise<void> {
  const fields = columns.map(quoted).join(', ')
  await database().$executeRawUnsafe(
    `INSERT INTO ${quoted(table)} (${fields}) SELECT ${fields} FROM jsonb_populate_recordset(NULL::${quoted(table)}, $1::jsonb)`,
    `[${rows.join(',')}]`,
  )
}

/** What makes an article public comes after its revisions: until then it is a draft. */
const publicColumns = [
  'state',
  'publishedRevisionId',
  'isPending',
  'firstPublishedAt',
  'textChangedAt',
  'listedAt',
  'scheduledFor',
  'withdrawnAt',
  'withdrawAt',
  'withdrawalReason',
  'withdrawalNotice',
]

export async function restoreDrafts(columns: readonly string[], rows: readonly string[]): Promise<void> {
  const kept = columns.filter((column) => !publicColumns.includes(column))
  await restoreRows('Article', kept, rows)
}

const isPending = `r."publishedRevisionId" IS NOT NULL AND r."publishedRevisionId" <> (
  SELECT n."id" FROM "Revision" n WHERE n."articleId" = r."id" ORDER BY n."number" DESC LIMIT 1)`

export async function restoreStates(columns: readonly string[], rows: readonly string[]): Promise<void> {
  const told = publicColumns.filter((column) => column !== 'isPending' && columns.includes(column))
  // Told from the revisions, and not by the archive: earlier ones don't say it.
  const sets = [...told.map((column) => `"${column}" = r."${column}"`), `"isPending" = ${isPending}`]
  await database().$executeRawUnsafe(
    `UPDATE "Article" a SET ${sets.join(', ')} FROM jsonb_populate_recordset(NULL::"Article", $1::jsonb) r WHERE a."id" = r."id"`,
    `[${rows.join(',')}]`,
  )
}

/** A way in for everybody that has no key yet: a link to a new password gives them one. */
export async function openAccounts(): Promise<void> {
  await database().$executeRaw`
    INSERT INTO "Account" ("id", "accountId", "providerId", "userId")
    SELECT "id" || '-password', "id", 'credential', "id" FROM "User"`
}

/** Ids that were given stay given: the next ones come after them. */
export async function continueIds(table: string): Promise<void> {
  await database().$executeRawUnsafe(
    `SELECT setval(s, (SELECT coalesce(max("id"), 0) + 1 FROM ${quoted(table)}), false)
     FROM pg_get_serial_sequence('${quoted(table)}', 'id') s WHERE s IS NOT NULL`,
  )
}

const articlesAtOnce = 500

/** Makes search say what readers see. */
export async function rebuildSearch(log: (text: string) => void): Promise<void> {
  let done = 0
  for (let after = 0; ; ) {
    const rows = await database().$queryRaw<{ id: number }[]>`
      SELECT "id" FROM "Article" WHERE "listedAt" IS NOT NULL AND "id" > ${after} ORDER BY "id" LIMIT ${articlesAtOnce}`
    for (const { id } of rows) await writeSearchDocument(id)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    done += rows.length
    log(`search: ${done} articles`)
  }
}
