import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartFailure } from '../failure.ts'
import { fetchPage } from './pages/fetch-page.ts'

export type RunningSite = {
  readonly origin: string
  /** From the command to the first page. */
  readonly startMs: number
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** Runs `npm start` as its own process, as it would run for readers, and waits for its first page. */
export async function startSite(options: {
  readonly root: string
  readonly varDir: string
  readonly port: number
  readonly workers: number
}): Promise<RunningSite> {
  const { root, varDir, port, workers } = options
  const startedAt = performance.now()
  const child = spawn(process.execPath, [join(root, 'lib', 'runtime', 'bootstrap.mjs'), 'start'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      SITE_URL: `http://127.0.0.1:${port}`,
      VAR_DIR: varDir,
      WEB_CONCURRENCY: String(workers),
      DATABASE_URL: '',
    },
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const origin = `http://127.0.0.1:${port}`
  const ended = once(child, 'exit')
  // Interrupted measurements leave no server behind.
  const abandon = () => child.kill('SIGTERM')
  process.once('exit', abandon)
  const stop = async () => {
    process.off('exit', abandon)
    child.kill('SIGTERM')
    await ended
  }
  for (;;) {
    if (child.exitCode !== null)
      throw new StartFailure(`The site did not start:\n${said}`, 'Run `npm start` alone first.')
    if (await answers(`${origin}/`)) break
    if (performance.now() - startedAt > 300_000) {
      await stop()
      throw new StartFailure(`The site gave no page within five minutes:\n${said}`, 'Run `npm start` alone first.')
    }
    await wait(20)
  }
  return { origin, startMs: performance.now() - startedAt, pid: child.pid ?? 0, stop }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetchPage(url)).status === 200
  } catch {
    return false
  }
}
