import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, type DatabaseError } from 'pg'
import { StartFailure } from '../failure.ts'
import { databaseFailure } from './database-failure.ts'
import {
  type AppliedMigration,
  breaksTransaction,
  type Migration,
  type MigrationRefusal,
  planMigrations,
} from './plan.ts'

/** Prisma's own advisory lock: nodes that start together, and a `prisma migrate deploy` beside them, take turns. */
const advisoryLock = 72707369

/** A change of a busy table waits behind its readers and holds up the next ones: rather fail and be tried again. */
const lockTimeout = '15s'

const createTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

/**
 * Brings the database at `url` to the schema of `migrations` and returns the names it applied. Each one is applied and
 * recorded in a single transaction, so a failure leaves the database as it was. Throws `StartFailure` when the database
 * can't be reached, is of a newer program, or refuses a migration.
 */
export async function migrate(options: {
  readonly url: string
  readonly migrations: readonly Migration[]
  readonly say?: (text: string) => void
}): Promise<readonly string[]> {
  const { url, migrations, say = () => {} } = options
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  // A cut connection also fails the query that runs; without a listener it would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw databaseFailure(error, url)
  }
  try {
    // The usual start finds everything applied, and needs no lock to know it.
    if ((await findPending(client, migrations)).length === 0) return []
    await takeTurn(client, say)
    await client.query(createTable)
    const pending = await findPending(client, migrations)
    for (const [index, migration] of pending.entries()) {
      say(`${index + 1} of ${pending.length}: ${migration.name}`)
      await apply(client, migration)
    }
    return pending.map((migration) => migration.name)
  } catch (error) {
    throw databaseFailure(error, url)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function findPending(client: Client, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const plan = planMigrations(migrations, await readApplied(client))
  if (!plan.ok) throw refusalFailure(plan.error)
  return plan.value
}

async function readApplied(client: Client): Promise<readonly AppliedMigration[]> {
  const { rows: tables } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS exists`,
  )
  if (!tables[0]?.exists) return []
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished",
            rolled_back_at IS NOT NULL AS "isRolledBack"
     FROM "_prisma_migrations" ORDER BY started_at`,
  )
  return rows
}

async function takeTurn(client: Client, say: (text: string) => void): Promise<void> {
  for (let told = false; ; told = true) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [advisoryLock])
    if (rows[0]?.taken) return
    if (!told) say('waiting for another node that migrates')
    await wait(250)
  }
}

async function apply(client: Client, migration: Migration): Promise<void> {
  const breaker = breaksTransaction(migration.sql)
  if (breaker)
    throw failedMigration(migration.name, `it holds "${breaker}", which leaves the one transaction it runs in`)
  await client.query('BEGIN')
  try {
    await client.query(`SET LOCAL lock_timeout = '${lockTimeout}'`)
    // One message, so that bodies of functions keep their semicolons (@prisma/adapter-pg splits scripts at them).
    await client.query(migration.sql)
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    const { position, message, code } = error as DatabaseError
    // Without an SQLSTATE the connection broke: that is not the migration's fault.
    if (code?.length !== 5) throw error
    const line = position ? ` at line ${migration.sql.slice(0, Number(position)).split('\n').length}` : ''
    throw failedMigration(migration.name, `${message}${line}`, error)
  }
}

function failedMigration(name: string, reason: string, cause?: unknown): StartFailure {
  return new StartFailure(
    `The migration ${name} failed: ${reason}. It was rolled back: the database is as it was before.`,
    `Remove the cause (prisma/migrations/${name}/migration.sql says what it does), then start again.`,
    cause,
  )
}

function refusalFailure(refusal: MigrationRefusal): StartFailure {
  switch (refusal.kind) {
    case 'newer-schema':
      return new StartFailure(
        `The database is of a newer version of this program (it has ${refusal.names.join(', ')}). Nothing was changed.`,
        'Start that version, or set DATABASE_URL to another database.',
      )
    case 'unfinished':
      return new StartFailure(
        `The migration ${refusal.name} was begun by another tool and never finished. Nothing was changed.`,
        'Look at the database, then settle it with "npx prisma migrate resolve", and start again.',
      )
    case 'changed-file':
      return new StartFailure(
        `The migration ${refusal.name} is not the one that made this database. Nothing was changed.`,
        'Restore the file as it was when it was applied; new changes belong in a new migration.',
      )
  }
}
