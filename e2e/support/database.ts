import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the site under test keeps its things (playwright.config.ts). */
export const varDir = process.env.E2E_VAR_DIR ?? join(import.meta.dirname, '..', '..', 'var', 'test', 'site')

/** Points the store at the database of the site under test: the embedded one, by the settings that it keeps. */
export function openSiteDatabase(): void {
  if (process.env.DATABASE_URL) return
  const { port, ownerPassword } = JSON.parse(readFileSync(join(varDir, 'postgres', 'settings.json'), 'utf8'))
  process.env.DATABASE_URL = `postgresql://masthead:${ownerPassword}@127.0.0.1:${port}/masthead`
}
