import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { migrate } from '#lib/runtime/migrate/migrate.ts'
import { readMigrations } from '#lib/runtime/migrate/migrations.ts'
import { startPostgres } from '#lib/runtime/postgres/start.ts'

/** A PostgreSQL for tests. `url` leads to a database from whose server others can be made. */
export type TestServer = { readonly url: string; readonly stop: () => Promise<void> }

/** The server of TEST_DATABASE_URL, which one run of all tests shares, or one of this process alone. */
export async function openTestServer(): Promise<TestServer> {
  const shared = process.env.TEST_DATABASE_URL
  if (shared) return { url: shared, stop: async () => undefined }
  const folder = await mkdtemp(join(tmpdir(), 'masthead-store-'))
  const server = await startPostgres(folder)
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Makes a migrated database of this name, once for every copy that is made of it. */
export async function ensureTemplate(url: string, name: string, root: string): Promise<void> {
  await withClient(url, async (client) => {
    // Test files run at the same time: the first one makes it, the others wait for it.
    await client.query(`SELECT pg_advisory_lock(hashtext('masthead test template'))`)
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount) return
    const draft = `${name}_draft`
    await client.query(`DROP DATABASE IF EXISTS "${draft}"`)
    await client.query(`CREATE DATABASE "${draft}"`)
    await migrate({ url: urlOf(url, draft), migrations: readMigrations(root) })
    await client.query(`ALTER DATABASE "${draft}" RENAME TO "${name}"`)
  })
}

/**
 * Drops a database with all connections to it. A worker of autovacuum is the one that nobody but a superuser may end (42501); it is
 * done with so little in a moment, so the drop is tried again for ten seconds.
 */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await withClient(url, async (client) => {
    for (let turn = 1; ; turn += 1)
      try {
        await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
        return
      } catch (error) {
        if (turn === 50 || !(error instanceof pg.DatabaseError && error.code === '42501')) throw error
        await pause(200)
      }
  })
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
