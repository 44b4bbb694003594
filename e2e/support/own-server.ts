import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = join(import.meta.dirname, '..', '..')
const url = `http://localhost:${process.env.E2E_PORT}`
let server: ChildProcess | undefined

/** Starts the program for one spec alone, with these settings beside those of the run (faults.config.ts). */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  server = spawn(process.execPath, ['lib/runtime/main.ts'], {
    cwd: root,
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, ...{ DATABASE_URL: '', PORT: process.env.E2E_PORT, SITE_URL: url }, ...settings },
  })
  for (let turn = 0; turn < 600; turn++) {
    const isUp = await fetch(`${url}/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isUp) return
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}`)
    await pause(200)
  }
  throw new Error('The server did not start')
}

/** `kill -9` of the program with all its processes: nothing gets to say goodbye. Its database is a session of its own. */
export function killServer(): void {
  if (server?.pid) process.kill(-server.pid, 'SIGKILL')
  server = undefined
}

/** Ends it as a person would: its database ends with it. */
export async function stopServer(): Promise<void> {
  if (!server || server.exitCode !== null) return
  const end = once(server, 'exit')
  server.kill('SIGTERM')
  await end
}
