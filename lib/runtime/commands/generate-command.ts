import { join } from 'node:path'
import { run } from '../run.ts'
import { generateClient } from '../setup/generate-client.ts'

/** The step of `npm start` by itself, for checks. */
await run(async () => {
  await generateClient(join(import.meta.dirname, '..', '..', '..'), console.log)
})
