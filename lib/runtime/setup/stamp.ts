import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** One hash over the names and bytes of files, and of all files below folders; absent ones count as absent. */
export function hashOf(
  root: string,
  paths: readonly string[],
  isCounted: (path: string) => boolean = () => true,
): string {
  const hash = createHash('sha256')
  for (const path of paths.toSorted()) {
    for (const file of filesBelow(root, path).filter(isCounted)) {
      const bytes = readFileSync(join(root, file))
      hash.update(`${file}\0${bytes.length}\0`).update(bytes)
    }
  }
  return hash.digest('hex')
}

/** The stamp left by the last success, or null. */
export async function readStamp(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null)
}

/** Written last: whoever is interrupted leaves no stamp, and is done again. */
export async function writeStamp(file: string, stamp: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, stamp)
}

function filesBelow(root: string, path: string): readonly string[] {
  const stat = statSync(join(root, path), { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [path]
  return readdirSync(join(root, path), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() || entry.isFile() ? filesBelow(root, `${path}/${entry.name}`) : []))
}
