import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../processes/free-port.ts'

/** A real `npm start`, in a process group of its own. */
export type Site = {
  readonly url: string
  readonly child: ChildProcess
  /** Everything it has said. */
  readonly output: () => string
  /** Settles when it has said so; throws when it ended or two minutes passed before. */
  readonly says: (pattern: RegExp) => Promise<void>
  readonly exit: Promise<number | null>
}

export type Settings = { readonly varDir: string; readonly env?: Readonly<Record<string, string>> }

const bootstrap = join(import.meta.dirname, '..', 'bootstrap.mjs')
const longestMs = 120_000
const started: ChildProcess[] = []

export async function startSite({ varDir, env = {} }: Settings): Promise<Site> {
  const port = await freePort()
  const child = spawn(process.execPath, [bootstrap, 'start'], {
    env: { ...bareEnv(), HOST: '127.0.0.1', PORT: String(port), VAR_DIR: varDir, WEB_CONCURRENCY: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  started.push(child)
  let text = ''
  const keep = (chunk: Buffer) => {
    text += chunk.toString()
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const exit = once(child, 'close').then(([code]) => code as number | null)
  const says = async (pattern: RegExp) => {
    for (let waited = 0; !pattern.test(text); waited += 50) {
      if (child.exitCode !== null || child.signalCode !== null || waited > longestMs)
        throw new Error(`It never said ${pattern}:\n${text}`)
      await wait(50)
    }
  }
  return { url: `http://127.0.0.1:${port}`, child, output: () => text, says, exit }
}

/** Ends what a failed test left running. */
export function killLeftovers(): void {
  for (const child of started) {
    if (child.exitCode === null && child.signalCode === null) killGroup(child)
  }
}

/** Kills the site and its workers as a crash of the machine would, all but the database, which is a session of its own. */
export function killGroup(child: ChildProcess): void {
  if (child.pid) process.kill(-child.pid, 'SIGKILL')
}

export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'masthead-faults-'))
}

/** What a shell of the test's user has, without the settings of the run that the test is part of. */
function bareEnv(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return { PATH, HOME, TMPDIR, NODE_ENV: undefined } as unknown as NodeJS.ProcessEnv
}
