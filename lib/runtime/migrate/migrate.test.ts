import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { StartFailure } from '../failure.ts'
import { type Postgres, startPostgres } from '../postgres/start.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migrations.ts'
import type { Migration } from './plan.ts'

let folder = ''
let postgres: Postgres
let count = 0
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masthead-migrate-'))
  postgres = await startPostgres(folder)
})
after(async () => {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}
const table = migration('1_table', 'CREATE TABLE a (id int);\nINSERT INTO a VALUES (1);')

async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

async function emptyDatabase(): Promise<string> {
  const name = `copy${++count}`
  await query(postgres.url, `CREATE DATABASE ${name}`)
  return postgres.url.replace(/masthead$/, name)
}

const isFailure = (pattern: RegExp) => (error: unknown) => error instanceof StartFailure && pattern.test(error.message)

test('the real migrations make a database, once', async () => {
  const url = await emptyDatabase()
  const migrations = readMigrations(process.cwd())
  assert.deepEqual(
    await migrate({ url, migrations }),
    migrations.map((each) => each.name),
  )
  assert.deepEqual(await migrate({ url, migrations }), [])
  assert.deepEqual(await query(url, 'SELECT count(*)::int AS n FROM "Article"'), [{ n: 0 }])
})

test('nodes that start together apply each migration once', async () => {
  const url = await emptyDatabase()
  const all = await Promise.all([1, 2, 3, 4].map(() => migrate({ url, migrations: [table] })))
  assert.deepEqual(all.flat(), ['1_table'])
  assert.deepEqual(await query(url, 'SELECT * FROM a'), [{ id: 1 }])
})

test('a migration that fails half-way leaves nothing behind, and runs once its cause is gone', async () => {
  const url = await emptyDatabase()
  const broken = migration(
    '2_broken',
    'CREATE TABLE b (id int);\nINSERT INTO b VALUES (1);\nINSERT INTO missing VALUES (1);',
  )
  await assert.rejects(
    migrate({ url, migrations: [table, broken] }),
    isFailure(/2_broken failed: relation "missing" does not exist at line 3\. It was rolled back/),
  )
  assert.deepEqual(await query(url, "SELECT to_regclass('b') AS b"), [{ b: null }])
  assert.deepEqual(await query(url, 'SELECT migration_name AS name FROM _prisma_migrations'), [{ name: '1_table' }])
  const mended = migration('2_broken', 'CREATE TABLE b (id int)')
  assert.deepEqual(await migrate({ url, migrations: [table, mended] }), ['2_broken'])
})

test('a database of a newer program is refused and not touched', async () => {
  const url = await emptyDatabase()
  await migrate({ url, migrations: [table, migration('2_next', 'CREATE TABLE c ()')] })
  await assert.rejects(
    migrate({ url, migrations: [table, migration('3_ours', 'DROP TABLE a')] }),
    isFailure(/newer version of this program \(it has 2_next\)/),
  )
  assert.deepEqual(await query(url, 'SELECT * FROM a'), [{ id: 1 }])
})

test('a migration that would end its transaction is refused before it runs', async () => {
  const url = await emptyDatabase()
  await assert.rejects(
    migrate({ url, migrations: [migration('1_bad', 'CREATE TABLE d ();\nCOMMIT;\nCREATE TABLE e ();')] }),
    isFailure(/1_bad failed: it holds "COMMIT;"/),
  )
  assert.deepEqual(await query(url, "SELECT to_regclass('d') AS d"), [{ d: null }])
})

test('no server, a wrong password and a missing database each say what to do, without the password', async () => {
  const login = new URL(postgres.url)
  const wrong = new URL(postgres.url)
  wrong.password = 'guess'
  const attempts: readonly (readonly [string, RegExp])[] = [
    ['postgresql://editor:s3cret@127.0.0.1:1/news', /can't be reached/],
    [wrong.href, /refuses the user or the password/],
    [postgres.url.replace(/masthead$/, 'nowhere'), /nowhere does not exist/],
  ]
  for (const [url, pattern] of attempts) {
    await assert.rejects(migrate({ url, migrations: [table] }), (error) => {
      assert.ok(isFailure(pattern)(error), String(error))
      assert.ok(!String(error).includes('s3cret') && !String(error).includes(login.password))
      return true
    })
  }
})
