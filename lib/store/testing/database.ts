import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { after, before } from 'node:test'
import pg from 'pg'
import { readMigrations } from '#lib/runtime/migrate/migrations.ts'
import { closeDatabase } from '../database/client.ts'
import { dropDatabase, ensureTemplate, openTestServer, type TestServer, urlOf, withClient } from './server.ts'

/** The database of one test file, for what the store itself has no words for. */
export type TestDatabase = {
  readonly url: () => string
  readonly query: <Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<Row[]>
}

const root = join(import.meta.dirname, '../../..')

/**
 * Gives this test file a database of its own, a copy of one migrated template, and points the store at it. To be called once,
 * at the top of a file.
 */
export function withDatabase(): TestDatabase {
  const name = `masthead_test_${randomUUID().replaceAll('-', '')}`
  let server: TestServer | undefined
  let client: pg.Client | undefined
  before(async () => {
    server = await openTestServer()
    const checksums = readMigrations(root).map(({ checksum }) => checksum)
    const template = `masthead_template_${createHash('sha256').update(checksums.join()).digest('hex').slice(0, 16)}`
    await ensureTemplate(server.url, template, root)
    await withClient(server.url, (admin) => admin.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`))
    // The store reads the environment at its first question.
    process.env.DATABASE_URL = urlOf(server.url, name)
    client = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
  })
  after(async () => {
    await closeDatabase()
    await client?.end()
    if (server) await dropDatabase(server.url, name)
    await server?.stop()
  })
  return {
    url: () => urlOf(server?.url ?? '', name),
    query: async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) => {
      if (!client) throw new Error('The test database is not open yet: ask inside a test')
      return (await client.query<Row>(sql, [...values])).rows
    },
  }
}
