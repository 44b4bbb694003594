import { Client } from 'pg'
import { migrate } from '../migrate/migrate.ts'
import { readMigrations } from '../migrate/migrations.ts'
import { startPostgres } from '../postgres/start.ts'

/** The measurements' own database with `articles` articles: made once for each number, and kept. */
export async function prepareBenchDatabase(options: {
  readonly root: string
  readonly folder: string
  readonly articles: number
  readonly log: (text: string) => void
}): Promise<void> {
  const { root, folder, articles, log } = options
  const postgres = await startPostgres(folder, log)
  // The store reads its address from the environment when it is first asked.
  process.env.DATABASE_URL = postgres.url
  try {
    await migrate({ url: postgres.url, migrations: readMigrations(root), say: log })
    const { closeDatabase } = await import('#lib/store/database/client.ts')
    const { hasNewsroom } = await import('#lib/store/sections/create-newsroom.ts')
    const { seedDemo } = await import('../seed/seed.ts')
    const { fillArticles } = await import('../fill/fill.ts')
    if (!(await hasNewsroom())) await seedDemo({ log })
    const missing = articles - (await countArticles(postgres.url))
    if (missing > 0) await fillArticles({ count: missing, log })
    await closeDatabase()
  } finally {
    await postgres.stop()
  }
}

async function countArticles(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM "Article"')
    return Number(rows[0]?.count)
  } finally {
    await client.end()
  }
}
