import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where the edge keeps the copies that outlive the process. */
export function storedPagesFolder(varDir: string): string {
  return join(varDir, 'cache')
}

/** Whether there is anything to serve while the database can't be reached. */
export function hasStoredPages(varDir: string): boolean {
  const folder = storedPagesFolder(varDir)
  try {
    return readdirSync(folder).some((name) => /^[0-9a-f]{2}$/.test(name) && readdirSync(join(folder, name)).length > 0)
  } catch {
    // No folder yet: nothing was ever stored.
    return false
  }
}
