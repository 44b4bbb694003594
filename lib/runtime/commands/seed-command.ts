import { closeDatabase } from '#lib/store/database/client.ts'
import { run } from '../run.ts'
import { seedDemo } from '../seed/seed.ts'

/** Loads the demo newsroom into the database of DATABASE_URL, a line for each thing done. */
await run(async () => {
  await seedDemo({ log: console.log })
  await closeDatabase()
})
