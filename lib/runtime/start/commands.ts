import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Env } from '#lib/env/env.ts'
import { withoutPassword } from '#lib/env/env.ts'
import { DatabaseInUse, findRunning } from '../postgres/start.ts'
import { seedDatabase } from './content-step.ts'
import { type Database, migrateDatabase, openDatabase, postgresFolder } from './database-steps.ts'
import { type Part, stopInOrder } from './parts.ts'
import { prepareClient, sayPackages } from './prepare.ts'
import { createProgress, type Progress } from './progress.ts'
import { readEnv } from './read-env.ts'
import { prepareVarFolder } from './var-folder.ts'

/** `npm run migrate`: brings the database to this program's schema, and nothing else. */
export async function migrateCommand(root: string): Promise<void> {
  const progress = createProgress(3)
  await sayPackages(progress)
  await withDatabase(progress, async (database) => {
    await migrateDatabase({ root, database, progress, mayWait: false })
  })
}

/** `npm run seed`: puts the demo newsroom into the database, wherever it is. */
export async function seedCommand(root: string): Promise<void> {
  const progress = createProgress(5)
  await sayPackages(progress)
  await prepareClient(root, progress)
  await withDatabase(progress, async (database) => {
    await migrateDatabase({ root, database, progress, mayWait: false })
    await seedDatabase(database, progress)
  })
}

/** `npm run import` and `npm run export`: the work itself runs in a process of its own, which speaks for itself. */
export async function transferCommand(
  root: string,
  name: 'import' | 'export',
  args: readonly string[],
): Promise<number> {
  const progress = createProgress(4)
  await sayPackages(progress)
  await prepareClient(root, progress)
  let code = 1
  await withDatabase(progress, async (database) => {
    await migrateDatabase({ root, database, progress, mayWait: false })
    const script = join(root, 'lib', 'runtime', 'commands', `${name}-command.ts`)
    const env = { ...process.env, DATABASE_URL: database.url }
    // What only servers may import says so by this condition.
    const child = spawn(process.execPath, ['--conditions=react-server', script, ...args], { stdio: 'inherit', env })
    code = await new Promise<number>((settle, fail) => {
      child.once('error', fail)
      child.once('close', (exit) => settle(exit ?? 1))
    })
  })
  return code
}

/** Works on the database that a running `npm start` has open, or opens it for the time of the work. */
async function withDatabase(progress: Progress, work: (database: Database) => Promise<void>): Promise<void> {
  const env = readEnv()
  const parts: Part[] = []
  stopInOrder(parts, progress.line)
  await prepareVarFolder(env.varDir)
  const database = await openOrJoin(env, progress)
  const { embedded } = database
  if (embedded) parts.push(embedded)
  try {
    await work(database)
  } finally {
    await embedded?.stop()
  }
}

async function openOrJoin(env: Env, progress: Progress): Promise<Database> {
  try {
    return await openDatabase(env, progress)
  } catch (error) {
    const url = error instanceof DatabaseInUse ? await findRunning(postgresFolder(env.varDir)) : null
    if (!url) throw error
    progress.line(`The database runs already: joining it (${withoutPassword(url)}).`)
    return { url, embedded: null }
  }
}
