import { Client } from 'pg'
import type { Database } from './database-steps.ts'
import type { Progress } from './progress.ts'

/** The demo newsroom goes into the empty embedded database by itself; elsewhere only `npm run seed` puts it. */
export function fillEmptyDatabase(database: Database, progress: Progress): Promise<void> {
  return progress.step<void>('Content', async (say) => {
    if (!database.embedded) return { value: undefined, words: 'left as it is (npm run seed adds the demo newsroom)' }
    if (!(await isEmpty(database.url))) return { value: undefined, words: 'unchanged' }
    return { value: undefined, words: await seed(database.url, say) }
  })
}

export function seedDatabase(database: Database, progress: Progress): Promise<void> {
  return progress.step<void>('Content', async (say) => ({ value: undefined, words: await seed(database.url, say) }))
}

async function seed(url: string, say: (text: string) => void): Promise<string> {
  // The store reads its address from the environment when it is loaded, and that is known only now.
  process.env.DATABASE_URL = url
  const { seedDemo } = await import('../seed.ts')
  say('loading the demo newsroom')
  await seedDemo({ log: say })
  return 'demo newsroom loaded'
}

async function isEmpty(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ empty: boolean }>('SELECT NOT EXISTS (SELECT FROM "Edition") AS empty')
    return rows[0]?.empty === true
  } finally {
    await client.end()
  }
}
