import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Migration } from './plan.ts'

/** The folders of prisma/migrations below `root`, as Prisma lays them out. The checksum is Prisma's: sha256 of the bytes. */
export function readMigrations(root: string): readonly Migration[] {
  const folder = join(root, 'prisma', 'migrations')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => {
      const bytes = readFileSync(join(folder, entry.name, 'migration.sql'))
      const checksum = createHash('sha256').update(bytes).digest('hex')
      return { name: entry.name, sql: bytes.toString('utf8'), checksum }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
