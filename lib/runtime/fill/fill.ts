import pg from 'pg'
import { databaseUrl } from '#lib/store/database/client.ts'
import { insertBatch, reserveIds } from './batch.ts'
import { withoutSlowIndexes } from './indexes.ts'
import { openFillNewsroom } from './newsroom.ts'
import { loadTexts } from './texts.ts'

const batchSize = 5000
/** From here on, building an index at the end is faster than keeping it through the inserts. */
const manyArticles = 50_000

/**
 * Fills the database at DATABASE_URL with articles for measurements. Their texts are sentences of the demo newsroom in
 * random order, so that words are as frequent as in a language. Rows are made inside PostgreSQL, a batch at a time; all of
 * them come in one transaction. Not for a newsroom that anybody reads: their revisions chain nothing.
 */
export async function fillArticles({
  count,
  log,
}: {
  readonly count: number
  readonly log: (text: string) => void
}): Promise<void> {
  const newsroom = await openFillNewsroom()
  const client = new pg.Client({ connectionString: databaseUrl(), application_name: 'masthead fill' })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(`SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
      SET LOCAL synchronous_commit = off; SET LOCAL maintenance_work_mem = '512MB'; SET LOCAL work_mem = '64MB'`)
    await loadTexts(client, newsroom.editionId)
    await withoutSlowIndexes({ client, isWorthIt: count >= manyArticles, log }, async () => {
      const ids = await reserveIds(client, count)
      for (let from = 0; from < count; from += batchSize) {
        const to = Math.min(from + batchSize, count)
        await insertBatch(client, { newsroom, ids, from, to, count })
        if (to % 50_000 === 0 || to === count) log(`${to} of ${count} articles`)
      }
    })
    await client.query('COMMIT')
    log('collecting statistics')
    await client.query('VACUUM ANALYZE')
  } finally {
    // Ends the transaction too, if it did not come to its end.
    await client.end()
  }
}
