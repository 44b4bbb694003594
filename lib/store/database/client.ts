import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '#lib/env/env.ts'
import { type Prisma, PrismaClient } from '../generated/client.ts'
import { statementName } from './statement-name.ts'

/** What a read or a write speaks to: the pool, or the transaction that is open around it. */
export type Database = Prisma.TransactionClient

/** A dead database is told from a slow one in this time; the page cache then serves what it has. */
const connectTimeoutMs = 3000
const statementTimeoutMs = 10_000
/** An editor reads for a while between two pages: a busy machine then need not start several connections at once for the next. */
const idleTimeoutMs = 60_000
/** Two pools a worker (server and Next's bundle are two module graphs); PostgreSQL's standard is 100 connections in all. */
const poolSize = 8

let client: PrismaClient | undefined
const transactions = new AsyncLocalStorage<Database>()

export function database(): Database {
  return transactions.getStore() ?? pool()
}

/** The database's address. An Error where there is none: the start-up has put it there before anything asks. */
export function databaseUrl(): string {
  const url = env().databaseUrl
  if (url === null) throw new Error('DATABASE_URL is not set')
  return url
}

/**
 * Runs all of `work` in one transaction: every store function called inside takes part. Inside another one it is a
 * part of that one.
 */
export async function inTransaction<T>(work: (database: Database) => Promise<T>, timeoutMs = 15_000): Promise<T> {
  const outer = transactions.getStore()
  if (outer) return work(outer)
  return pool().$transaction((inner) => transactions.run(inner, () => work(inner)), {
    maxWait: connectTimeoutMs,
    timeout: timeoutMs,
  })
}

export async function closeDatabase(): Promise<void> {
  const closing = client
  client = undefined
  await closing?.$disconnect()
}

function pool(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: databaseUrl(),
        max: poolSize,
        connectionTimeoutMillis: connectTimeoutMs,
        idleTimeoutMillis: idleTimeoutMs,
        // A script that is done ends without waiting for that.
        allowExitOnIdle: true,
        statement_timeout: statementTimeoutMs,
        // The client's own clock: a server that stopped answering can't time out its statements.
        query_timeout: statementTimeoutMs + 1000,
        idle_in_transaction_session_timeout: statementTimeoutMs,
        keepAlive: true,
      },
      { statementNameGenerator: ({ sql }) => statementName(sql) },
    ),
  })
  return client
}
