import type { Env } from '#lib/env/env.ts'
import { refuseTakenPort } from '../serve/listen.ts'
import { log } from '../serve/log.ts'
import { hasStoredPages } from '../serve/stored-pages.ts'
import { startWorkers } from '../serve/workers.ts'
import { buildIdOf } from '../setup/build-pages.ts'
import { authSecretOf } from './auth-secret.ts'
import { fillEmptyDatabase } from './content-step.ts'
import { type Database, migrateDatabase, migrateLater, openDatabase } from './database-steps.ts'
import { firstRunMessage } from './first-run-step.ts'
import { keepDatabase } from './keep-database.ts'
import { openMessage } from './open-message.ts'
import { type Part, stopInOrder } from './parts.ts'
import { prepareProgram, sayPackages } from './prepare.ts'
import { createProgress, type Progress } from './progress.ts'
import { readEnv } from './read-env.ts'
import { prepareVarFolder } from './var-folder.ts'

export type Mode = 'production' | 'development'

type Start = {
  readonly root: string
  readonly mode: Mode
  readonly env: Env
  readonly progress: Progress
  readonly parts: Part[]
}

/** `npm start` and `npm run dev`: every step from a bare clone to an open site. Settles when it is open. */
export async function serveSite(root: string, mode: Mode): Promise<void> {
  const env = readEnv()
  const progress = createProgress(8)
  const parts: Part[] = []
  const open = stopInOrder(parts, progress.line)
  const start = { root, mode, env, progress, parts }
  try {
    await refuseTakenPort(env)
    await prepareVarFolder(env.varDir)
    await sayPackages(progress)
    await prepareProgram({ root, progress, buildsPages: mode === 'production' })
    const database = await openDatabase(env, progress)
    keepEmbedded(start, database)
    await bringUpToDate(start, database)
    await openWorkers(start, database)
    open()
    progress.line(openMessage(env))
    const welcome = await firstRunMessage(database.url)
    if (welcome) progress.line(welcome)
  } catch (error) {
    for (const part of parts.toReversed()) await part.stop()
    throw error
  }
}

function keepEmbedded({ env, parts }: Start, { embedded }: Database): void {
  if (embedded) parts.push(keepDatabase({ first: embedded, varDir: env.varDir, log }))
}

async function bringUpToDate({ root, env, progress }: Start, database: Database): Promise<void> {
  const mayWait = database.embedded === null && hasStoredPages(env.varDir)
  if (await migrateDatabase({ root, database, progress, mayWait })) await fillEmptyDatabase(database, progress)
  else void migrateLater({ root, url: database.url, log })
}

async function openWorkers({ root, mode, env, progress, parts }: Start, database: Database): Promise<void> {
  // Next's development server watches files and compiles: one is enough.
  const count = mode === 'development' ? 1 : env.webConcurrency
  const authSecret = await authSecretOf(env, database)
  const workers = await progress.step('Workers', async () => {
    const value = await startWorkers({
      count,
      env: {
        NODE_ENV: mode,
        NEXT_TELEMETRY_DISABLED: '1',
        DATABASE_URL: database.url,
        AUTH_SECRET: authSecret,
        MASTHEAD_EMBEDDED: database.embedded ? 'yes' : '',
        MASTHEAD_BUILD: mode === 'production' ? buildIdOf(root) : 'development',
      },
      log,
    })
    return { value, words: count === 1 ? '1 serves' : `${count} serve` }
  })
  parts.push({ stop: workers.stop, abandon: workers.kill })
}
