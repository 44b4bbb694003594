import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode } from '../failure.ts'
import { isRunning, processBirth } from './process-birth.ts'

export type Lock = { readonly release: () => void }
export type Held = { readonly heldBy: number }

type Holder = { readonly pid: number; readonly birth: string; readonly id: string }

/**
 * A lock file that a dead holder can't keep: it names a process and when that process was born, so neither `kill -9`
 * nor a reused number blocks the next start.
 */
export async function takeLock(file: string): Promise<Lock | Held> {
  const mine: Holder = { pid: process.pid, birth: processBirth(process.pid) ?? '', id: randomUUID() }
  try {
    await writeFile(file, JSON.stringify(mine), { flag: 'wx' })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    const holder = await readHolder(file)
    if (holder && isAlive(holder)) return { heldBy: holder.pid }
    // Two processes may find the same dead holder: the last rename wins, and both look again.
    await writeFile(`${file}.${mine.id}`, JSON.stringify(mine))
    await rename(`${file}.${mine.id}`, file)
    await wait(100)
    const winner = await readHolder(file)
    if (winner && winner.id !== mine.id) return { heldBy: winner.pid }
  }
  return { release: () => releaseLock(file, mine.id) }
}

/** Waits for the lock; `onWait` hears once whom it waits for. */
export async function waitForLock(file: string, onWait: (pid: number) => void): Promise<Lock> {
  for (let told = false; ; told = true) {
    const lock = await takeLock(file)
    if ('release' in lock) return lock
    if (!told) onWait(lock.heldBy)
    await wait(300)
  }
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder
  } catch {
    // Gone, or torn by a crash in the middle of a write: nobody holds it.
    return null
  }
}

function isAlive(holder: Holder): boolean {
  return isRunning(holder.pid) && processBirth(holder.pid) === holder.birth
}

/** Synchronous, so that it also works while the process exits. */
function releaseLock(file: string, id: string): void {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder
    if (holder.id === id) rmSync(file, { force: true })
  } catch {
    // Already gone with its folder: released all the same.
  }
}
