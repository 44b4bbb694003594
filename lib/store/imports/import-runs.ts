import type {
  ImportCounts,
  ImportFormat,
  ImportOptions,
  ImportState,
  Loss,
  LossKind,
} from '#lib/domain/imports/import-run.ts'
import { noCounts } from '#lib/domain/imports/import-run.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'

export type ImportRun = {
  readonly id: number
  readonly fileKey: string | null
  readonly fileName: string
  readonly bytes: number
  readonly received: number
  readonly state: ImportState
  readonly isDry: boolean
  readonly format: ImportFormat | null
  readonly source: string | null
  readonly options: ImportOptions
  readonly counts: ImportCounts
  readonly problem: string | null
  readonly startedBy: string
  readonly createdAt: Date
  /** When a process took it up. A run that was stopped and started again, or lost its process, is another's from then on. */
  readonly startedAt: Date | null
  readonly endedAt: Date | null
}

/** A run as one process holds it. */
export type HeldRun = Pick<ImportRun, 'id' | 'startedAt'>

/** Another process holds the run: what this one was about to write is the other's to write. */
export class LostRunError extends Error {}

export type NewRun = {
  readonly fileKey: string | null
  readonly fileName: string
  readonly bytes: number
  readonly state: ImportState
  readonly isDry: boolean
  readonly options: ImportOptions
  readonly by: string
  readonly now: Date
}

/** A run whose process is not heard of for so long is free to be taken up: articles come in seconds, pictures in a minute. */
const lostAfterMs = 180_000

export async function createRun({ by, now, ...run }: NewRun): Promise<number> {
  return inTransaction(async (open) => {
    const isStarted = run.state === 'running'
    const data = { ...run, startedBy: by, createdAt: now, ...(isStarted && { startedAt: now, seenAt: now }) }
    const { id } = await open.importRun.create({ data, select: { id: true } })
    const details = { fileName: run.fileName, isDry: run.isDry, options: run.options }
    await appendAudit({ actor: by, action: 'import.create', subject: `import:${id}`, details, at: now })
    return id
  })
}

/** Notes that a part of the file lies on disk. False when another request was faster. */
export async function advanceRun(part: {
  readonly id: number
  readonly from: number
  readonly to: number
}): Promise<boolean> {
  const { count } = await database().importRun.updateMany({
    where: { id: part.id, received: part.from, state: 'receiving' },
    data: { received: part.to },
  })
  return count === 1
}

/** Puts a file that is all here into the line. False when it is not, or is in the line already. */
export async function startRun(start: {
  readonly id: number
  readonly isDry: boolean
  readonly options: ImportOptions
  readonly by: string
  readonly now: Date
}): Promise<boolean> {
  const { id, isDry, options, by, now } = start
  return inTransaction(async (open) => {
    const changed = await open.$executeRaw`
      UPDATE "ImportRun" SET "state" = 'waiting', "isDry" = ${isDry}, "options" = ${JSON.stringify(options)}::jsonb,
        "counts" = '{}', "problem" = NULL, "startedAt" = NULL, "endedAt" = NULL, "seenAt" = NULL
      WHERE "id" = ${id} AND "received" = "bytes" AND "state" NOT IN ('waiting', 'running')`
    if (changed === 0) return false
    await open.importLoss.deleteMany({ where: { runId: id } })
    const details = { isDry, options }
    await appendAudit({ actor: by, action: 'import.start', subject: `import:${id}`, details, at: now })
    return true
  })
}

/** Ends a run between two articles; what is taken in stands. */
export async function stopRun(id: number, by: string, now: Date): Promise<boolean> {
  return inTransaction(async (open) => {
    const where = { id, state: { in: ['waiting', 'running'] satisfies ImportState[] } }
    const { count } = await open.importRun.updateMany({ where, data: { state: 'stopped', endedAt: now } })
    if (count === 0) return false
    await appendAudit({ actor: by, action: 'import.stop', subject: `import:${id}`, details: {}, at: now })
    return true
  })
}

/** The next run for this process: one that waits, or one whose process is gone. No two processes get the same. */
export async function claimRun(now: Date): Promise<ImportRun | null> {
  return inTransaction(async (open) => {
    const lost = new Date(now.getTime() - lostAfterMs)
    // The file of a command is not here: without its process nobody goes on with it.
    await open.$executeRaw`
      UPDATE "ImportRun" SET "state" = 'stopped', "endedAt" = "seenAt"
      WHERE "fileKey" IS NULL AND "state" = 'running' AND "seenAt" < ${lost}`
    const [row] = await open.$queryRaw<{ id: number }[]>`
      UPDATE "ImportRun" SET "state" = 'running', "startedAt" = ${now}, "seenAt" = ${now}
      WHERE "id" = (SELECT "id" FROM "ImportRun" WHERE "fileKey" IS NOT NULL
          AND ("state" = 'waiting' OR ("state" = 'running' AND "seenAt" < ${lost}))
        ORDER BY "createdAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING "id"`
    return row ? findRun(row.id) : null
  })
}

/** Says that its process lives. False: somebody stopped the run, or another process has it. */
export async function keepRun({ id, startedAt }: HeldRun, now: Date): Promise<boolean> {
  const where = { id, startedAt, state: 'running' } as const
  const { count } = await database().importRun.updateMany({ where, data: { seenAt: now } })
  return count === 1
}

/**
 * How far a run is, with what the last items lost: in the transaction that wrote the items, if one is open. Throws, and so undoes them,
 * when another process has the run.
 */
export async function noteStep(step: {
  readonly run: HeldRun
  readonly format: ImportFormat
  readonly source: string
  readonly counts: ImportCounts
  readonly losses: readonly Loss[]
  /** The last line of an earlier process of this run: what it said of an item is not said again. */
  readonly saidTo?: bigint | null
  readonly now: Date
}): Promise<void> {
  const { run, format, source, counts, losses, saidTo = null, now } = step
  await inTransaction(async (open) => {
    const { id, startedAt } = run
    const data = { format, source, counts, seenAt: now }
    const { count } = await open.importRun.updateMany({ where: { id, startedAt }, data })
    if (count === 0) throw new LostRunError(`Import ${id} is another process's`)
    if (losses.length === 0) return
    // Words of a foreign file, and PostgreSQL's texts hold no NUL.
    const rows = losses.map(({ kind, item, detail }, place) => ({
      ...{ place, kind, item: withoutNul(item), detail: withoutNul(detail) },
    }))
    await open.$executeRaw`
      INSERT INTO "ImportLoss" ("runId", "kind", "item", "detail")
      SELECT ${id}, x."kind", x."item", x."detail" FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS x("place" int, "kind" text, "item" text, "detail" text)
      WHERE ${saidTo}::bigint IS NULL OR NOT EXISTS (SELECT 1 FROM "ImportLoss" l WHERE l."runId" = ${id}
        AND hashtext(l."item" || l."detail") = hashtext(x."item" || x."detail") AND l."id" <= ${saidTo}
        AND (l."kind", l."item", l."detail") = (x."kind", x."item", x."detail"))
      ORDER BY x."place"`
  })
}

/** The last line of a run's report so far; null where nothing was said yet. */
export async function findLastLoss(runId: number): Promise<bigint | null> {
  const [row] = await database().$queryRaw<{ id: bigint | null }[]>`
    SELECT max("id") AS "id" FROM "ImportLoss" WHERE "runId" = ${runId}`
  return row?.id ?? null
}

function withoutNul(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

export async function endRun(end: {
  readonly run: HeldRun
  readonly state: 'done' | 'failed' | 'waiting' | 'stopped'
  readonly problem: string | null
  readonly now: Date
}): Promise<void> {
  const { run, state, problem, now } = end
  const endedAt = state === 'waiting' ? null : now
  const { id, startedAt } = run
  const where = { id, startedAt, state: 'running' } as const
  await database().importRun.updateMany({ where, data: { state, problem, endedAt } })
}

/** Begins the report of a run anew: a dry run that lost its process has nothing to go on from. */
export async function forgetLosses(id: number): Promise<void> {
  await database().importLoss.deleteMany({ where: { runId: id } })
}

export async function findRun(id: number): Promise<ImportRun | null> {
  const row = await database().importRun.findUnique({ where: { id } })
  return row ? runOf(row) : null
}

export async function findRunByFile(fileKey: string): Promise<ImportRun | null> {
  const row = await database().importRun.findUnique({ where: { fileKey } })
  return row ? runOf(row) : null
}

const pageSize = 50

/** Runs of every state, newest first; `before` is the id of the last one on the page before. */
export async function listRuns(
  before: number | null,
): Promise<{ readonly runs: readonly ImportRun[]; readonly next: number | null }> {
  const rows = await database().importRun.findMany({
    where: before === null ? {} : { id: { lt: before } },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
  })
  const runs = rows.slice(0, pageSize).map(runOf)
  return { runs, next: rows.length > pageSize ? (runs.at(-1)?.id ?? null) : null }
}

export async function countLosses(
  runId: number,
): Promise<readonly { readonly kind: LossKind; readonly count: number }[]> {
  return database().$queryRaw<{ kind: LossKind; count: number }[]>`
    SELECT "kind", count(*)::int AS "count" FROM "ImportLoss" WHERE "runId" = ${runId} GROUP BY "kind" ORDER BY 2 DESC, 1`
}

type LossLine = Loss & { readonly id: string }

/** A page of the report in the order of the file. */
export async function listLosses(
  runId: number,
  page: { readonly kind: LossKind | null; readonly after: bigint; readonly limit: number },
): Promise<readonly LossLine[]> {
  const kind = page.kind === null ? {} : { kind: page.kind }
  const rows = await database().importLoss.findMany({
    where: { runId, ...kind, id: { gt: page.after } },
    orderBy: { id: 'asc' },
    take: page.limit,
    select: { id: true, item: true, kind: true, detail: true },
  })
  return rows.map((row) => ({ ...row, id: String(row.id), kind: row.kind as LossKind }))
}

type Row = Awaited<ReturnType<ReturnType<typeof database>['importRun']['findUniqueOrThrow']>>

function runOf(row: Row): ImportRun {
  return {
    ...row,
    bytes: Number(row.bytes),
    received: Number(row.received),
    format: row.format as ImportFormat | null,
    options: row.options as unknown as ImportOptions,
    counts: { ...noCounts, ...(row.counts as Partial<ImportCounts>) },
  }
}
