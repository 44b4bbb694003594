import { join } from 'node:path'
import { Client } from 'pg'
import { runTool } from '../setup/run-tool.ts'

/** What to tell whoever starts a newsroom that has nobody yet; null when somebody is there, or the database is away. */
export async function firstRunMessage(url: string): Promise<string | null> {
  if (!(await isWithoutPeople(url).catch(() => false))) return null
  let link = ''
  try {
    // In a process of its own, which has the database's address from its start.
    await runTool({
      what: 'Making the first sign-in link',
      script: join(import.meta.dirname, '..', 'commands', 'first-run-command.ts'),
      args: [],
      env: { DATABASE_URL: url },
      onLine: (line) => {
        link = line
      },
    })
  } catch {
    // The site is open and readers are served: a database that left meanwhile must not end it.
    return '\nNobody can sign in to the newsroom yet, and the link for it could not be made. The next start makes one.'
  }
  if (!link) return null
  return `\nNobody can sign in to the newsroom yet. Whoever opens this link first becomes its administrator (once, for 24 hours):\n  ${link}`
}

async function isWithoutPeople(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ empty: boolean }>('SELECT NOT EXISTS (SELECT FROM "User") AS empty')
    return rows[0]?.empty === true
  } finally {
    await client.end()
  }
}
