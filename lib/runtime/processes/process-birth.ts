import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { errorCode } from '../failure.ts'

export function isRunning(pid: number): boolean {
  return isListed(pid) && !isZombie(pid)
}

/** Whether the system still lists that number: also of the dead that nobody has asked for their exit code. */
export function isListed(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process: it runs, but is not ours to signal.
    return errorCode(error) === 'EPERM'
  }
}

/** When a process began, in a spelling of this machine; with its number it names one process for ever. */
export function processBirth(pid: number): string | null {
  if (process.platform === 'linux') return linuxStat(pid)?.[19] ?? null
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

/** In a container without an init process the dead stay listed for ever. */
function isZombie(pid: number): boolean {
  return process.platform === 'linux' && linuxStat(pid)?.[0] === 'Z'
}

/** Fields of /proc/PID/stat from the third on: the second is a name that may hold spaces and brackets (proc(5)). */
function linuxStat(pid: number): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
