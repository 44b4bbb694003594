import type { ImportFile } from '#lib/domain/imports/import-upload.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { takeTurns } from '#lib/store/database/take-turns.ts'
import { createRun, type NewRun } from './import-runs.ts'

/** Files to import on disk, as their runs name them. */

/** A run whose file has room beside those that are here or announced; null where they would be more than `mostBytes` together. */
export async function announceRun(run: NewRun, mostBytes: number): Promise<number | null> {
  return inTransaction(async (open) => {
    // Two announcements at once would each find the same room.
    await takeTurns('files to import')
    const [row] = await open.$queryRaw<{ bytes: bigint }[]>`
      SELECT coalesce(sum("bytes"), 0)::bigint AS "bytes" FROM "ImportRun" WHERE "fileKey" IS NOT NULL`
    return Number(row?.bytes ?? 0) + run.bytes > mostBytes ? null : createRun(run)
  })
}

/** What lies here, the largest first. */
export async function listImportFiles(): Promise<readonly ImportFile[]> {
  const rows = await database().importRun.findMany({
    where: { fileKey: { not: null } },
    select: { id: true, fileName: true, bytes: true },
    orderBy: [{ bytes: 'desc' }, { id: 'asc' }],
  })
  return rows.map(({ id, fileName, bytes }) => ({ runId: id, fileName, bytes: Number(bytes) }))
}

/** Lets go of a run's file, whose report stays; answers its key, under which it lies on disk. Null while the file is worked on, or gone. */
export async function forgetFile(id: number, by: string, now: Date): Promise<string | null> {
  return inTransaction(async (open) => {
    const [row] = await open.$queryRaw<{ fileKey: string; fileName: string }[]>`
      WITH old AS (SELECT "id", "fileKey" FROM "ImportRun"
        WHERE "id" = ${id} AND "fileKey" IS NOT NULL AND "state" NOT IN ('waiting', 'running') FOR UPDATE)
      UPDATE "ImportRun" r SET "fileKey" = NULL, "endedAt" = coalesce(r."endedAt", ${now}),
        "state" = CASE WHEN r."state" = 'receiving' THEN 'stopped'::"ImportState" ELSE r."state" END
      FROM old WHERE r."id" = old."id" RETURNING old."fileKey", r."fileName"`
    if (!row) return null
    const { fileKey, fileName } = row
    await appendAudit({
      actor: by,
      action: 'import.remove-file',
      subject: `import:${id}`,
      details: { fileName },
      at: now,
    })
    return fileKey
  })
}

/** Whoever comes back to a file after so long sends it again. */
const keptMs = 14 * 24 * 3_600_000

/** Lets go of the files of old runs, whose reports stay. */
export async function forgetOldFiles(now: Date): Promise<void> {
  await database().$executeRaw`
    WITH old AS (SELECT "id" FROM "ImportRun" WHERE "fileKey" IS NOT NULL AND "state" NOT IN ('waiting', 'running')
      AND "createdAt" < ${new Date(now.getTime() - keptMs)} FOR UPDATE SKIP LOCKED)
    UPDATE "ImportRun" r SET "fileKey" = NULL,
      "state" = CASE WHEN r."state" = 'receiving' THEN 'stopped'::"ImportState" ELSE r."state" END
    FROM old WHERE r."id" = old."id"`
}

/** Of these keys those that no run has: files that may go. */
export async function listForgottenKeys(keys: readonly string[]): Promise<readonly string[]> {
  const rows = await database().$queryRaw<{ key: string }[]>`
    SELECT k.key FROM unnest(${keys}::text[]) AS k(key)
    WHERE NOT EXISTS (SELECT 1 FROM "ImportRun" r WHERE r."fileKey" = k.key)`
  return rows.map(({ key }) => key)
}
