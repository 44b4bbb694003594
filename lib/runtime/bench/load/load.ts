import { execFile, execFileSync } from 'node:child_process'
import { Agent } from 'node:http'
import { promisify } from 'node:util'
import { fetchPage } from '../pages/fetch-page.ts'

const run = promisify(execFile)

export type Load = { readonly seconds: number; readonly connections: number }

export const hasWrk = isInstalled('wrk')
export const loadGenerator = hasWrk ? 'wrk' : 'a loop in Node (wrk is not installed)'

/** Requests a second that a server answers with 200, gzipped. */
export function requestRate(url: string, load: Load): Promise<number> {
  return hasWrk ? wrkRate(url, load) : ownRate(url, load)
}

export function isInstalled(command: string): boolean {
  try {
    execFileSync('which', [command], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function wrkRate(url: string, { seconds, connections }: Load): Promise<number> {
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '-H', 'Accept-Encoding: gzip', url]
  const { stdout } = await run('wrk', args)
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`wrk met errors at ${url}:\n${stdout}`)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
}

/** Slower than any server it measures, so that ratios come out nearer to 1 than they are. */
async function ownRate(url: string, { seconds, connections }: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const startedAt = performance.now()
  let answers = 0
  const loop = async () => {
    while (performance.now() - startedAt < seconds * 1000) {
      const { status } = await fetchPage(url, { encoding: 'gzip', agent })
      if (status !== 200) throw new Error(`${url} answered ${status}`)
      answers += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, loop))
  agent.destroy()
  return (answers * 1000) / (performance.now() - startedAt)
}
