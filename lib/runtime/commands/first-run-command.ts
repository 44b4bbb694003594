import { firstRunLink } from '#lib/auth/first-run.ts'
import { closeDatabase } from '#lib/store/client.ts'
import { run } from '../run.ts'

/** Prints the one-time link that opens a newsroom without people, or nothing. */
await run(async () => {
  const link = await firstRunLink()
  if (link) console.log(link)
  await closeDatabase()
})
