import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartFailure } from '../failure.ts'
import { type Account, spawnAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import { postgresFailure } from './server-log.ts'
import type { Settings } from './settings-file.ts'

/** The superuser of the embedded cluster; the program itself connects as the owner of its database. */
export const superuser = 'postgres'
const major = '18'

/**
 * Letters of every script must count as letters in text search and trigrams, which ask the C library: names of a UTF-8
 * locale on the systems we know. Sorting and case come from PostgreSQL itself and are the same everywhere.
 */
const letterLocales = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8']

/** Whether a cluster stands in `data`. One of another major version, or a foreign folder, is refused, not touched. */
export async function hasCluster(data: string): Promise<boolean> {
  if (!existsSync(data)) return false
  const found = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => null)
  if (found?.trim() === major) return true
  const what = found
    ? `holds data of PostgreSQL ${found.trim()}, but ${major} is installed`
    : 'is not a PostgreSQL folder'
  throw new StartFailure(
    `${data} ${what}.`,
    found
      ? 'Move the data over with pg_dumpall of that version, or set VAR_DIR to another folder.'
      : 'Move that folder away, or set VAR_DIR to another folder.',
  )
}

/** Makes a cluster beside its place and moves it there whole: an interrupted start leaves nothing half-made. */
export async function createCluster(making: {
  readonly binaries: Binaries
  readonly account: Account
  readonly folder: string
  readonly settings: Settings
}): Promise<void> {
  const { binaries, account, folder, settings } = making
  const fresh = join(folder, 'data.new')
  const passwordFile = join(folder, 'password.new')
  let output = ''
  for (const locale of letterLocales) {
    await rm(fresh, { recursive: true, force: true })
    await mkdir(fresh, { mode: 0o700 })
    await writeFile(passwordFile, `${settings.password}\n`, { mode: 0o600 })
    if (account.ids) {
      for (const path of [fresh, passwordFile]) await chown(path, account.ids.uid, account.ids.gid)
    }
    const made = await run(account, binaries.initdb, [
      `--pgdata=${fresh}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--lc-collate=C',
      `--lc-ctype=${locale}`,
      '--lc-messages=C',
      '--data-checksums',
    ])
    await rm(passwordFile, { force: true })
    if (made.code === 0) return rename(fresh, join(folder, 'data'))
    output = made.output
    if (!/invalid locale/i.test(output)) break
  }
  await rm(fresh, { recursive: true, force: true })
  throw postgresFailure('The embedded database could not be created', output, folder)
}

/** Gives the superuser a new password without asking for the old one, which is lost with settings.json. */
export async function resetPassword(making: {
  readonly binaries: Binaries
  readonly account: Account
  readonly folder: string
  readonly settings: Settings
}): Promise<void> {
  const { binaries, account, folder, settings } = making
  const args = ['--single', '-D', join(folder, 'data'), 'postgres']
  const done = await run(account, binaries.postgres, args, `ALTER ROLE ${superuser} PASSWORD '${settings.password}'\n`)
  if (done.code !== 0) throw postgresFailure('The password of the embedded database is lost', done.output, folder)
}

function run(account: Account, program: string, args: readonly string[], input = '') {
  return new Promise<{ code: number | null; output: string }>((settle, fail) => {
    const child = spawnAs(account, program, args, { cwd: '/', stdio: ['pipe', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.once('error', fail)
    child.once('close', (code) => settle({ code, output }))
    // A program that fails at once closes its end first; its exit code tells.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}
