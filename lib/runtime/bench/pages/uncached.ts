import { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { percentile } from '../report/statistics.ts'
import { atMost, count, milliseconds, type Row } from '../report/table.ts'
import { fetchPage } from './fetch-page.ts'

const warmUp = 200
const measured = 500

/** Articles that nobody asked for yet, one after the other on one connection: rendered, cleaned, packed and sent. */
export async function benchUncached(site: { readonly origin: string; readonly databaseUrl: string }) {
  const client = new Client({ connectionString: site.databaseUrl })
  await client.connect()
  try {
    const paths = await randomArticles(client, warmUp + measured)
    await missesOf(site.origin, paths.slice(0, warmUp))
    const before = await counters(client)
    const times = await missesOf(site.origin, paths.slice(warmUp))
    const after = await counters(client)
    const queries = (after.commits - before.commits - 1) / times.length
    return [
      atMost({ what: 'uncached article, p50', value: percentile(times, 0.5), most: 8, show: milliseconds }),
      atMost({ what: 'uncached article, p99', value: percentile(times, 0.99), most: 40, show: milliseconds }),
      atMost({ what: 'queries for an uncached article', value: queries, most: 4, show: count }),
      {
        what: 'scans of whole large tables for an article',
        measured: count((after.scans - before.scans) / times.length),
        budget: '0',
        excess: after.scans - before.scans,
      },
    ] satisfies readonly Row[]
  } finally {
    await client.end()
  }
}

async function missesOf(origin: string, paths: readonly string[]): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  for (const path of paths) {
    const startedAt = performance.now()
    const { status, headers } = await fetchPage(origin + path, { agent })
    times.push(performance.now() - startedAt)
    const cache = String(headers['cache-status'])
    if (status !== 200 || !cache.includes('fwd=miss')) throw new Error(`${path} gave ${status}, ${cache}`)
  }
  agent.destroy()
  return times
}

/** From the whole table, so that neither the shared buffers nor the plans fit by luck. */
async function randomArticles(client: Client, limit: number): Promise<readonly string[]> {
  const { rows } = await client.query<{ path: string }>(
    `SELECT CASE WHEN e."isDefault" THEN '' ELSE '/' || e."key" END || '/' || b."slug" || '/' || a."slug" AS path
     FROM "Article" a JOIN "Blog" b ON b."id" = a."blogId" JOIN "Edition" e ON e."id" = a."editionId"
     WHERE a."listedAt" IS NOT NULL ORDER BY md5(a."id" || $1) LIMIT $2`,
    [String(Math.random()), limit],
  )
  return rows.map((row) => row.path)
}

/** Statements outside a transaction commit one by one: the database's own count of them is the count of queries. */
async function counters(client: Client): Promise<{ commits: number; scans: number }> {
  // An idle session hands in its numbers after ten seconds (PostgreSQL, IDLE_STATS_UPDATE_TIMEOUT).
  await wait(11_000)
  const { rows } = await client.query<{ commits: string; scans: string }>(
    `SELECT (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()) AS commits,
       (SELECT coalesce(sum(seq_scan), 0) FROM pg_stat_user_tables WHERE n_live_tup > 5000) AS scans`,
  )
  return { commits: Number(rows[0]?.commits), scans: Number(rows[0]?.scans) }
}
