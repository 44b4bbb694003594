import { availableParallelism, cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { run } from '../run.ts'
import { generateClient } from '../setup/generate-client.ts'
import { prepareBenchDatabase } from './bench-database.ts'
import { loadGenerator } from './load/load.ts'
import { parseBenchOptions } from './options.ts'
import { table } from './report/table.ts'

const root = join(import.meta.dirname, '..', '..', '..')

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

/** `npm run bench`: the program as it runs for readers, measured against its budgets in one table: each stands beside what it is about. */
await run(async () => {
  const options = parseBenchOptions(process.argv.slice(2))
  const startedAt = performance.now()
  const log = (text: string) => console.error(`[${((performance.now() - startedAt) / 1000).toFixed(0)} s] ${text}`)
  // A database for each size; what `npm start` serves is never touched.
  const varDir = resolve(process.env.VAR_DIR ?? join(root, 'var'), `bench-${options.articles}`)
  process.env.VAR_DIR = varDir
  log(`Preparing a database of ${options.articles.toLocaleString('en')} articles`)
  // A fresh clone has no client of the database yet, and what measures speaks through it.
  await generateClient(root, log)
  const { measure } = await import('./measure.ts')
  await prepareBenchDatabase({ root, folder: join(varDir, 'postgres'), articles: options.articles, log })
  const rows = await measure({ root, varDir, options, log })
  console.log(`\n${table(rows)}\n`)
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores shared with the load generator, ` +
      `Node ${process.versions.node}, ${options.articles.toLocaleString('en')} articles. Load by ${loadGenerator}; ` +
      `ratios are medians of ${options.rounds} alternating rounds of ${options.seconds} s.`,
  )
  process.exit(0)
})
