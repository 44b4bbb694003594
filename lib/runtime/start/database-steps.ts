import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Env, withoutPassword } from '#lib/env/env.ts'
import { UnreachableDatabase } from '../migrate/database-failure.ts'
import { migrate } from '../migrate/migrate.ts'
import { readMigrations } from '../migrate/migrations.ts'
import { type Postgres, startPostgres } from '../postgres/start.ts'
import type { Progress } from './progress.ts'

export type Database = { readonly url: string; readonly embedded: Postgres | null }

/** A database that starts together with this program, as in a compose file, gets this long to come up. */
const patienceMs = 5_000

export function postgresFolder(varDir: string): string {
  return join(varDir, 'postgres')
}

/** The database of DATABASE_URL, or the embedded one, started. */
export function openDatabase(env: Env, progress: Progress): Promise<Database> {
  return progress.step<Database>('Database', async (say) => {
    if (env.databaseUrl) {
      return { value: { url: env.databaseUrl, embedded: null }, words: withoutPassword(env.databaseUrl) }
    }
    const embedded = await startPostgres(postgresFolder(env.varDir), say)
    return { value: { url: embedded.url, embedded }, words: `PostgreSQL on port ${embedded.port}` }
  })
}

/** Migrates. False: the database can't be reached, and `mayWait` says that the program can do without it for now. */
export function migrateDatabase(options: {
  readonly root: string
  readonly database: Database
  readonly progress: Progress
  readonly mayWait: boolean
}): Promise<boolean> {
  const { root, database, progress, mayWait } = options
  return progress.step('Migrations', async (say) => {
    const startedAt = performance.now()
    for (;;) {
      try {
        const applied = await migrate({ url: database.url, migrations: readMigrations(root), say })
        return { value: true, words: applied.length > 0 ? `${applied.length} applied` : 'unchanged' }
      } catch (error) {
        if (!(error instanceof UnreachableDatabase)) throw error
        if (performance.now() - startedAt > patienceMs) {
          if (!mayWait) throw error
          return { value: false, words: 'database unreachable: serving stored copies, retrying' }
        }
        say('waiting for the database')
        await wait(500)
      }
    }
  })
}

/** Tries again until the database answers, and says so once; a refusal is said and tried again too. */
export async function migrateLater(options: {
  readonly root: string
  readonly url: string
  readonly log: (line: string) => void
}): Promise<void> {
  let said = ''
  for (;;) {
    await wait(3_000, undefined, { ref: false })
    try {
      await migrate({ url: options.url, migrations: readMigrations(options.root) })
      options.log('The database answers again and is of the right version.')
      return
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      if (!(error instanceof UnreachableDatabase) && text !== said) options.log(text)
      said = text
    }
  }
}
