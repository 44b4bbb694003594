import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { type Postgres, startPostgres } from '../postgres/start.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migrations.ts'
import { sqlOfSchema } from './schema-sql.ts'

let folder = ''
let postgres: Postgres
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masthead-schema-'))
  postgres = await startPostgres(folder)
})
after(async () => {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A line for each column, enum value, index and key of a database. Prisma can't say that an index is partial. */
async function factsOf(url: string): Promise<ReadonlySet<string>> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ fact: string }>(`
    SELECT format('%s.%s %s %s default %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN 'required' ELSE 'optional' END, coalesce(pg_get_expr(d.adbin, d.adrelid), 'none')) AS fact
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> '_prisma_migrations'
    UNION ALL SELECT format('%s = %s', t.typname, e.enumlabel) FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
    UNION ALL SELECT regexp_replace(indexdef, ' WHERE .*$', '') FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
    UNION ALL SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace`)
  await client.end()
  return new Set(rows.map((row) => row.fact))
}

async function databaseOf(name: string, sql?: string): Promise<string> {
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  const url = postgres.url.replace(/masthead$/, name)
  if (sql) {
    const filler = new Client({ connectionString: url })
    await filler.connect()
    await filler.query(sql)
    await filler.end()
  }
  return url
}

test('the migrations make every column, index and key that schema.prisma names, and no other column', async () => {
  const sql = await sqlOfSchema('prisma/schema.prisma', postgres.url)
  // The schema names an operator class of trigrams, and leaves the extension to the migrations.
  const bySchema = await factsOf(await databaseOf('by_schema', `CREATE EXTENSION pg_trgm;\n${sql}`))
  const migrated = await databaseOf('by_migrations')
  await migrate({ url: migrated, migrations: readMigrations('.') })
  const byMigrations = await factsOf(migrated)
  const isColumn = (fact: string) => / default /.test(fact)
  assert.ok(bySchema.size > 100, 'the schema was not read')
  assert.deepEqual([...bySchema.difference(byMigrations)], [])
  assert.deepEqual([...byMigrations.difference(bySchema)].filter(isColumn), [])
})
