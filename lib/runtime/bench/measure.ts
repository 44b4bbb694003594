import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { closeDatabase } from '#lib/store/database/client.ts'
import { StartFailure } from '../failure.ts'
import { findRunning } from '../postgres/start.ts'
import { freePort } from '../processes/free-port.ts'
import { storedPagesFolder } from '../serve/stored-pages.ts'
import { benchMemory } from './memory.ts'
import type { BenchOptions } from './options.ts'
import { findAddresses } from './pages/addresses.ts'
import { benchCached } from './pages/cached.ts'
import { benchMachinePages } from './pages/machine-pages.ts'
import { benchTemplates } from './pages/templates.ts'
import { benchUncached } from './pages/uncached.ts'
import { benchPublishing } from './publishing.ts'
import { benchQueries } from './reads/queries.ts'
import { atMost, type Row, seconds } from './report/table.ts'
import { type RunningSite, startSite } from './site.ts'

type Bench = {
  readonly root: string
  readonly varDir: string
  readonly options: BenchOptions
  readonly log: (text: string) => void
}

/** Every measurement, in an order in which none warms or loads another's ground. */
export async function measure(bench: Bench): Promise<readonly Row[]> {
  const { log, options, varDir } = bench
  // What a run before this one asked for would be no miss.
  await rm(storedPagesFolder(varDir), { recursive: true, force: true })
  log('Building, if needed, and starting')
  // The first start may build; the second is the one that is timed.
  await withSite(bench, 1, async () => [])
  const alone = await withSite(bench, 1, async (site, databaseUrl) => {
    const { article, templates, feeds } = await findAddresses(databaseUrl)
    log('Bytes of every template')
    const bytes = await benchTemplates(site.origin, templates)
    log('Uncached articles')
    const uncached = await benchUncached({ origin: site.origin, databaseUrl })
    log('Feeds and sitemaps')
    const machine = await benchMachinePages({ origin: site.origin, databaseUrl, pages: feeds })
    log('Lists and search')
    const queries = await benchQueries(databaseUrl)
    log(`Cached article, ${options.rounds} rounds of ${options.seconds} s for each server`)
    const cached = await benchCached(site.origin + article, options)
    const memory = await benchMemory(site.pid)
    const warm = atMost({ what: 'warm start to first page', value: site.startMs / 1000, most: 5, show: seconds })
    return [...cached, ...uncached, ...machine, ...queries, ...bytes, ...memory, warm]
  })
  log('Publishing')
  const published = await withSite(bench, 2, async (site, databaseUrl) => {
    const { article, articleId } = await findAddresses(databaseUrl)
    return benchPublishing({ url: site.origin + article, articleId, workers: 2 })
  })
  return [...alone, ...published]
}

async function withSite(
  { root, varDir }: Bench,
  workers: number,
  work: (site: RunningSite, databaseUrl: string) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const site = await startSite({ root, varDir, port: await freePort(), workers })
  try {
    const databaseUrl = await findRunning(join(varDir, 'postgres'))
    if (!databaseUrl)
      throw new StartFailure('The site runs, but its database can’t be found.', 'Run `npm start` alone.')
    // The store of this process, which lists, searches and publishes, speaks to the same one.
    process.env.DATABASE_URL = databaseUrl
    return await work(site, databaseUrl)
  } finally {
    await closeDatabase()
    await site.stop()
  }
}
