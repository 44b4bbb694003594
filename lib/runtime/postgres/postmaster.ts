import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode, StartFailure } from '../failure.ts'
import { isListed, isRunning } from '../processes/process-birth.ts'

/** What a running postmaster says of itself in its lock file. */
export type PostmasterFile = { readonly pid: number; readonly port: number; readonly isReady: boolean }

/** Lines: pid, data folder, start time, port, socket folder, address, shared memory, status (PostgreSQL miscadmin.h). */
export function parsePostmasterFile(text: string): PostmasterFile | null {
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, port: Number(lines[3] ?? 0) || 0, isReady: lines[7] === 'ready' }
}

export function readPostmasterFile(data: string): PostmasterFile | null {
  try {
    return parsePostmasterFile(readFileSync(join(data, 'postmaster.pid'), 'utf8'))
  } catch {
    return null
  }
}

/**
 * Ends what a killed program left behind, so that the data folder has no user: an orphaned postmaster in good order,
 * orphaned backends at once (their crash recovery runs at the next start). Says what it did.
 */
export async function clearLeftovers(data: string): Promise<'nothing' | 'stopped an orphan' | 'removed a stale lock'> {
  const file = readPostmasterFile(data)
  const users = usersOf(data, file)
  if (users.length > 0) {
    // SIGINT is PostgreSQL's fast shutdown: clients are cut off, everything committed is written.
    for (const pid of users) signal(pid, 'SIGINT')
    if (!(await areGone(users, 15_000))) {
      for (const pid of users) signal(pid, 'SIGQUIT')
      if (!(await areGone(users, 5_000))) throw stuck(users)
    }
    return 'stopped an orphan'
  }
  // The number in the lock file may belong to a stranger by now, or to a dead process that nobody has buried (containers
  // without an init): PostgreSQL would take either for a second postmaster.
  if (file && isListed(file.pid)) {
    await rm(join(data, 'postmaster.pid'), { force: true })
    return 'removed a stale lock'
  }
  return 'nothing'
}

/** Processes that work in the data folder: all of PostgreSQL's have it as their working directory. */
function usersOf(data: string, file: PostmasterFile | null): readonly number[] {
  const folder = realpathSync(data)
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry) && workingFolder(entry) === folder)
      .map(Number)
      .filter((pid) => pid !== process.pid && nameOf(pid) === 'postgres')
  }
  return file && isRunning(file.pid) && commandOf(file.pid).includes('postgres') ? [file.pid] : []
}

function workingFolder(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    // Ended meanwhile, or somebody else's: not the one we look for.
    return null
  }
}

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return ''
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw stuck([pid], error)
  }
}

async function areGone(pids: readonly number[], withinMs: number): Promise<boolean> {
  for (let waited = 0; waited < withinMs; waited += 50) {
    if (!pids.some(isRunning)) return true
    await wait(50)
  }
  return !pids.some(isRunning)
}

function stuck(pids: readonly number[], cause?: unknown): StartFailure {
  return new StartFailure(
    `An earlier PostgreSQL still uses the data folder and doesn't end (process ${pids.join(', ')}).`,
    'Stop it as the user who started it, and start again.',
    cause,
  )
}
