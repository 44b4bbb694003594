import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isInstalled, requestRate } from '../load/load.ts'
import { type Peer, startBareNode, startNginx } from '../load/peers.ts'
import type { BenchOptions } from '../options.ts'
import { median } from '../report/statistics.ts'
import { atLeast, type Row, said, times } from '../report/table.ts'
import { fetchPage } from './fetch-page.ts'

// As many as one busy reverse proxy would hold open.
const connections = 64

/** A stored article against what sends the same gzipped bytes with nothing around it; rounds alternate. */
export async function benchCached(url: string, options: BenchOptions): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'masthead-bench-'))
  const bytes = await settledBytes(url)
  const hasNginx = isInstalled('nginx')
  const bare = await startBareNode(bytes, folder)
  const nginx: Peer | null = hasNginx ? await startNginx(bytes, folder) : null
  try {
    const targets = [url, bare.url, ...(nginx ? [nginx.url] : [])]
    const [ours = [], node = [], theirs = []] = await rates(targets, options)
    const rate = median(ours)
    const ratio = (peer: readonly number[]) => median(ours.map((value, round) => value / (peer[round] ?? Number.NaN)))
    return [
      said('cached article, gzip, one worker', `${Math.round(rate).toLocaleString('en')} requests/s`),
      nginx
        ? atLeast({ what: '… against nginx, gzip_static, one worker', value: ratio(theirs), least: 1, show: times })
        : said('… against nginx', 'nginx is not installed'),
      atLeast({ what: '… against a bare Node server', value: ratio(node), least: 0.9, show: times }),
    ]
  } finally {
    await Promise.all([bare.stop(), nginx?.stop()])
    await rm(folder, { recursive: true, force: true })
  }
}

async function rates(targets: readonly string[], options: BenchOptions): Promise<readonly number[][]> {
  const rates = targets.map((): number[] => [])
  for (const url of targets) await requestRate(url, { seconds: 1, connections })
  for (let round = 0; round < options.rounds; round += 1) {
    for (const [index, url] of targets.entries()) {
      rates[index]?.push(await requestRate(url, { seconds: options.seconds, connections }))
    }
  }
  return rates
}

/** The bytes once the cache has packed them as tightly as it will. */
export async function settledBytes(url: string, encoding: 'br' | 'gzip' = 'gzip'): Promise<Buffer> {
  let last = await fetchPage(url, { encoding })
  // The cache waits half a second for rest before it does.
  for (let same = 0; same < 4; ) {
    await wait(400)
    const next = await fetchPage(url, { encoding })
    same = next.headers.etag === last.headers.etag ? same + 1 : 0
    last = next
  }
  return last.bytes
}
