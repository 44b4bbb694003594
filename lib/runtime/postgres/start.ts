import type { ChildProcess } from 'node:child_process'
import { closeSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartFailure, writeFailure } from '../failure.ts'
import { isRunning } from '../processes/process-birth.ts'
import { takeLock } from '../processes/process-lock.ts'
import { type Account, chooseAccount, spawnAs } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { createCluster, hasCluster, resetPassword } from './data-folder.ts'
import { ensureDatabase } from './database.ts'
import { clearLeftovers, readPostmasterFile } from './postmaster.ts'
import { logFile, openLog, postgresFailure, readLogFrom } from './server-log.ts'
import { newSettings, readSettings, type Settings, withFreePort, writeSettings } from './settings-file.ts'

/** A PostgreSQL that this process started and must stop. */
export type Postgres = {
  /** As the owner of the newsroom's database, for DATABASE_URL. */
  readonly url: string
  readonly port: number
  /** Settles when the server has ended, asked or not. */
  readonly ended: Promise<void>
  /** Ends it in good order; settles when nothing of it runs any more. */
  readonly stop: () => Promise<void>
  /** Ends it without waiting: the next start recovers from its log. */
  readonly abandon: () => void
}

/** The folder belongs to a program that runs. */
export class DatabaseInUse extends StartFailure {}

/** Sane on a small machine; each can be changed by an administrator's own PostgreSQL behind DATABASE_URL. */
const parameters = {
  listen_addresses: '127.0.0.1',
  // The path of a deep folder is too long for a socket (107 bytes), so there is none.
  unix_socket_directories: '',
  shared_buffers: '128MB',
  // Two pools of 8 a worker (lib/store/database/client.ts), at most 4 workers by default, and listeners, jobs and a psql beside.
  max_connections: '100',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Pages ask for a few rows by index: compiling queries costs more than it gives, and disks are no longer spinning.
  jit: 'off',
  random_page_cost: '1.1',
  idle_in_transaction_session_timeout: '60s',
}

/** Starts the database kept in `folder`, making it first if there is none. Says what takes long. */
export async function startPostgres(folder: string, say: (text: string) => void = () => {}): Promise<Postgres> {
  const binaries = await findBinaries()
  const lock = await lockFolder(folder)
  try {
    const server = await startLocked(binaries, folder, say)
    void server.ended.then(lock.release)
    return server
  } catch (error) {
    lock.release()
    throw writeFailure(error, folder)
  }
}

export function urlOf(settings: Settings): string {
  return `postgresql://masthead:${settings.ownerPassword}@127.0.0.1:${settings.port}/masthead`
}

/** Address of the database in `folder` when another process runs it, else null. */
export async function findRunning(folder: string): Promise<string | null> {
  const settings = await readSettings(folder)
  const running = readPostmasterFile(join(folder, 'data'))
  return settings && running?.isReady && isRunning(running.pid) ? urlOf({ ...settings, port: running.port }) : null
}

/** One program at a time: the next one would take this one's database for an orphan and stop it. */
async function lockFolder(folder: string) {
  try {
    await mkdir(folder, { recursive: true })
    const lock = await takeLock(join(folder, 'lock'))
    if ('release' in lock) return lock
    throw new DatabaseInUse(
      `Another Masthead (process ${lock.heldBy}) already uses the database in ${folder}.`,
      'Stop that one first, or set VAR_DIR to another folder to run a second newsroom.',
    )
  } catch (error) {
    throw writeFailure(error, folder)
  }
}

async function startLocked(binaries: Binaries, folder: string, say: (text: string) => void): Promise<Postgres> {
  const account = chooseAccount(binaries.postgres, folder)
  const settings = await prepare(binaries, account, folder, say)
  for (let attempt = 1; ; attempt++) {
    const started = await launch(binaries, account, folder, settings, say)
    if ('server' in started) {
      await ensureDatabase(settings).catch(async (error: unknown) => {
        await started.server.stop()
        throw error
      })
      return started.server
    }
    // Memory of backends that a kill left behind goes away within moments of their end.
    if (attempt > 20 || !/shared memory block .* is still in use/.test(started.output)) {
      throw postgresFailure('The embedded database does not start', started.output, folder)
    }
    await wait(500)
  }
}

async function prepare(binaries: Binaries, account: Account, folder: string, say: (text: string) => void) {
  const data = join(folder, 'data')
  const remembered = await readSettings(folder)
  const exists = await hasCluster(data)
  if (exists) {
    const cleared = await clearLeftovers(data)
    if (cleared !== 'nothing') say(`${cleared} of an earlier run`)
  }
  const settings = await withFreePort(remembered ?? (await newSettings()))
  // Before the cluster: a crash in between then leaves a password without a cluster, never the other way round.
  await writeSettings(folder, settings)
  const making = { binaries, account, folder, settings }
  if (!exists) {
    say('creating the database')
    await createCluster(making)
  } else if (!remembered) {
    say('setting a new password, the old one is lost')
    await resetPassword(making)
  }
  return settings
}

async function launch(
  binaries: Binaries,
  account: Account,
  folder: string,
  settings: Settings,
  say: (text: string) => void,
): Promise<{ readonly server: Postgres } | { readonly output: string }> {
  const data = join(folder, 'data')
  const log = openLog(folder)
  const logStart = statSync(logFile(folder)).size
  const flags = Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawnAs(account, binaries.postgres, ['-D', data, '-p', String(settings.port), ...flags], {
    cwd: '/',
    stdio: ['ignore', log, log],
    // A session of its own: Ctrl-C in the terminal must reach the database last, through `stop`.
    detached: true,
  })
  closeSync(log)
  // However this process ends, short of a kill, the database is told to.
  const endWithUs = () => void child.kill('SIGINT')
  process.once('exit', endWithUs)
  const ended = new Promise<void>((settle) => {
    child.once('exit', () => settle())
    child.once('error', () => settle())
  }).finally(() => process.removeListener('exit', endWithUs))
  const startedAt = Date.now()
  for (let told = false; !isReady(child, data); await wait(20)) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      return { output: readLogFrom(folder, logStart) }
    }
    if (!told && Date.now() - startedAt > 3_000) {
      told = true
      say('recovering after a hard stop')
    }
  }
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT')
    const patience = setTimeout(() => child.kill('SIGQUIT'), 20_000)
    await ended
    clearTimeout(patience)
  }
  const abandon = () => void child.kill('SIGQUIT')
  return { server: { url: urlOf(settings), port: settings.port, ended, stop, abandon } }
}

function isReady(child: ChildProcess, data: string): boolean {
  const file = readPostmasterFile(data)
  return file?.pid === child.pid && file?.isReady === true
}
