import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { isSiteAddress } from '#lib/input/machine/import-forms.ts'

export type ImportArguments = {
  readonly path: string
  readonly isDry: boolean
  /** Key of an edition; null is the default one. */
  readonly edition: string | null
  readonly blog: string | null
  readonly pictures: string | null
  readonly fetches: boolean
  /** Where the other site is, for a file that does not say it. */
  readonly site: string | null
  /** Where every loss is written, one JSON object a line. */
  readonly report: string | null
}

export const importUsage =
  'npm run import -- FILE [--dry-run] [--edition en] [--blog slug] [--pictures FOLDER] [--fetch] [--site URL] [--report FILE]'

/** What was typed after `npm run import --`. Paths are those of the folder that it was typed in. */
export function readImportArguments(args: readonly string[], from: string): Result<ImportArguments, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        edition: { type: 'string' },
        blog: { type: 'string' },
        pictures: { type: 'string' },
        fetch: { type: 'boolean', default: false },
        site: { type: 'string' },
        report: { type: 'string' },
      },
    })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0) return refuse('Name one file or folder.')
    const { edition = null, blog = null, site = null, pictures, report } = values
    if (site !== null && !isSiteAddress(site)) return refuse('--site wants a whole address: https://old.example')
    return ok({
      ...{ path: resolve(from, path), isDry: values['dry-run'], edition, blog, site, fetches: values.fetch },
      pictures: pictures === undefined ? null : resolve(from, pictures),
      report: report === undefined ? null : resolve(from, report),
    })
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}
