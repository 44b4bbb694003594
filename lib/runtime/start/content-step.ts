import { join } from 'node:path'
import { Client } from 'pg'
import { runTool } from '../setup/run-tool.ts'
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

/** In a process of its own: drawing the pictures takes memory that the one which stays up should not keep. */
async function seed(url: string, say: (text: string) => void): Promise<string> {
  say('loading the demo newsroom')
  let last = ''
  await runTool({
    what: 'Loading the demo newsroom',
    script: join(import.meta.dirname, '..', 'commands', 'seed-command.ts'),
    args: [],
    env: { DATABASE_URL: url },
    onLine: (line) => {
      last = line
      say(line)
    },
  })
  return `demo newsroom: ${last}`
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
