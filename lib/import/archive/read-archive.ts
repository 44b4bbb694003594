import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { parseBody, parseSuggestedBody } from '#lib/input/articles/body/body.ts'
import { originalPath, writeWhole } from '#lib/media/files.ts'
import { hasNewsroom } from '#lib/store/sections/create-newsroom.ts'
import { listColumns } from '#lib/store/transfer/dump.ts'
import {
  allOrNothing,
  continueIds,
  openAccounts,
  rebuildSearch,
  restoreDrafts,
  restoreRows,
  restoreStates,
} from '#lib/store/transfer/restore.ts'
import { transferTables } from '#lib/store/transfer/tables.ts'
import { type Manifest, manifestName, manifestShape } from './manifest.ts'

export type ArchiveRefusal = { readonly problem: string; readonly detail: string }

type Options = { readonly isDry: boolean; readonly log: (text: string) => void }

/** Thrown inside the transaction, so that nothing of a bad export stays. */
class BadArchive extends Error {}

export async function isArchive(path: string): Promise<boolean> {
  if (!(await stat(path)).isDirectory()) return false
  return access(join(path, manifestName)).then(
    () => true,
    () => false,
  )
}

/** Puts an export into an empty database: the same ids, words, dates and addresses, so the same public bytes. */
export async function readArchive(folder: string, { isDry, log }: Options): Promise<Result<Manifest, ArchiveRefusal>> {
  const parsed = manifestShape.safeParse(await jsonIn(join(folder, manifestName)))
  if (!parsed.success) return refuse({ problem: 'This is no export of Masthead, version 1', detail: manifestName })
  const manifest = parsed.data
  const mistake = await mistakeIn(folder, manifest)
  if (mistake) return refuse(mistake)
  if (await hasNewsroom())
    return refuse({ problem: 'The database has a newsroom already', detail: 'an export goes into an empty one' })
  if (isDry) {
    for (const { name, rows } of manifest.tables) log(`${name}: ${rows}`)
    return ok(manifest)
  }
  try {
    await restoreOriginals(folder, log)
    await allOrNothing(async () => {
      await restoreTables(folder, manifest, log)
      await openAccounts()
      await rebuildSearch(log)
    })
    return ok(manifest)
  } catch (error) {
    if (error instanceof BadArchive) return refuse({ problem: 'The export is damaged', detail: error.message })
    throw error
  }
}

/** Names that this program does not have, and files whose bytes are not those that were written. */
async function mistakeIn(folder: string, { tables }: Manifest): Promise<ArchiveRefusal | null> {
  for (const { name, columns, sha256 } of tables) {
    if (!transferTables.some((table) => table.name === name))
      return { problem: 'The export has an unknown table', detail: name }
    const known = await listColumns(name)
    const strange = columns.find((column) => !known.includes(column))
    if (strange) return { problem: 'The export is of a newer version', detail: `${name}.${strange}` }
    if ((await hashOf(join(folder, 'tables', `${name}.jsonl`))) !== sha256)
      return { problem: 'The export is damaged', detail: name }
  }
  return null
}

async function restoreTables(folder: string, { tables }: Manifest, log: Options['log']): Promise<void> {
  for (const { name } of transferTables) {
    const table = tables.find((one) => one.name === name)
    if (!table) continue
    const lines = () => partsOf(join(folder, 'tables', `${name}.jsonl`))
    for await (const rows of lines()) {
      for (const row of rows) checkBody(name, row)
      await (name === 'Article' ? restoreDrafts(table.columns, rows) : restoreRows(name, table.columns, rows))
    }
    if (name === 'Revision') {
      const articles = tables.find((one) => one.name === 'Article')
      for await (const rows of partsOf(join(folder, 'tables', 'Article.jsonl')))
        await restoreStates(articles?.columns ?? [], rows)
    }
    if (table.columns.includes('id') && name !== 'User') await continueIds(name)
    log(`${name}: ${table.rows}`)
  }
}

/** An export may have been edited on its way: bodies follow the same rules as those of an editor. */
function checkBody(table: string, row: string): void {
  const field = bodyFields[table]
  if (!field) return
  const value = JSON.parse(row) as Record<string, unknown>
  const facts = value.facts as { readonly suggestedBody?: unknown } | undefined
  const suggested = facts?.suggestedBody === undefined ? null : parseSuggestedBody(facts.suggestedBody)
  for (const body of [parseBody(value[field]), suggested])
    if (body && !body.ok) throw new BadArchive(`${table} ${value.id}: ${body.error[0]?.path} ${body.error[0]?.message}`)
}

const bodyFields: Readonly<Record<string, string>> = { Revision: 'body', Page: 'body', Blog: 'about' }

async function restoreOriginals(folder: string, log: Options['log']): Promise<void> {
  const names = (await readdir(join(folder, 'media')).catch(() => [])).filter((name) => /^[0-9a-f]{64}$/.test(name))
  for (const name of names) {
    const bytes = await readFile(join(folder, 'media', name))
    if (createHash('sha256').update(bytes).digest('hex') !== name) throw new BadArchive(`media/${name}`)
    await writeWhole(originalPath(name), bytes)
  }
  log(`${names.length} originals`)
}

const mostRows = 200
const mostCharacters = 4 * 1024 * 1024

async function* partsOf(path: string): AsyncGenerator<readonly string[]> {
  let rows: string[] = []
  let length = 0
  for await (const line of linesOf(path)) {
    rows.push(line)
    length += line.length
    if (rows.length < mostRows && length < mostCharacters) continue
    yield rows
    rows = []
    length = 0
  }
  if (rows.length > 0) yield rows
}

/** By line feeds alone: `node:readline` also ends a line at U+2028, which JSON holds as it is. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const part of createReadStream(path, 'utf8')) {
    const lines = (rest + part).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line) yield line
  }
  if (rest) yield rest
}

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const part of createReadStream(path)) hash.update(part)
    return hash.digest('hex')
  } catch {
    return null
  }
}

async function jsonIn(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return null
  }
}
