import { createHash } from 'node:crypto'
import { copyFile, mkdir, open, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { originalPath } from '#lib/media/files.ts'
import { atOneMoment, dumpRedirects, dumpTable, listColumns, listOriginals } from '#lib/store/transfer/dump.ts'
import { transferTables } from '#lib/store/transfer/tables.ts'
import { type Manifest, manifestName } from './manifest.ts'

type Log = (text: string) => void

/** Writes all of the newsroom into a new folder that its owner alone may read, as of one moment. Refuses one that holds anything. */
export async function writeArchive(
  folder: string,
  { log }: { readonly log: Log },
): Promise<Result<Manifest, { readonly kind: 'not-empty' }>> {
  // Drafts, embargoed texts and people's addresses are in it.
  for (const name of ['tables', 'media']) await mkdir(join(folder, name), { recursive: true, mode: 0o700 })
  const entries = [...(await readdir(folder)), ...(await readdir(join(folder, 'tables')))]
  if (entries.some((entry) => entry !== 'tables' && entry !== 'media')) return refuse({ kind: 'not-empty' })
  const manifest = await atOneMoment(async (): Promise<Manifest> => {
    const tables: Manifest['tables'] = []
    for (const table of transferTables) {
      const columns = [...(table.columns ?? (await listColumns(table.name)))]
      const written = await writeLines(join(folder, 'tables', `${table.name}.jsonl`), dumpTable(table, columns))
      tables.push({ name: table.name, columns, ...written })
      log(`${table.name}: ${written.rows}`)
    }
    const redirects = await writeLines(join(folder, 'redirects.jsonl'), dumpRedirects())
    const { originals, missing } = await copyOriginals(folder, await listOriginals())
    return { format: 'masthead', version: 1, tables, redirects: redirects.rows, originals, missing }
  })
  const path = join(folder, manifestName)
  const file = await open(`${path}.partial`, 'w')
  await file.writeFile(`${JSON.stringify(manifest, null, 2)}\n`)
  await file.sync()
  await file.close()
  await rename(`${path}.partial`, path)
  log(`${manifest.originals} originals, ${manifest.redirects} redirects`)
  if (manifest.missing.length > 0)
    log(`${manifest.missing.length} originals are not on this disk: ${manifest.missing[0]} …`)
  return ok(manifest)
}

async function writeLines(
  path: string,
  parts: AsyncGenerator<readonly string[]>,
): Promise<{ readonly rows: number; readonly sha256: string }> {
  const file = await open(path, 'w')
  const hash = createHash('sha256')
  let rows = 0
  try {
    for await (const lines of parts) {
      const text = `${lines.join('\n')}\n`
      hash.update(text)
      rows += lines.length
      await file.write(text)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { rows, sha256: hash.digest('hex') }
}

async function copyOriginals(folder: string, sha256s: readonly string[]) {
  const missing: string[] = []
  for (const sha256 of sha256s)
    await copyFile(originalPath(sha256), join(folder, 'media', sha256)).catch((error: NodeJS.ErrnoException) => {
      // A full disk is no missing picture.
      if (error.code !== 'ENOENT') throw error
      missing.push(sha256)
    })
  return { originals: sha256s.length - missing.length, missing }
}
