import { firstRunLink } from '#lib/auth/links/first-run.ts'
import { closeDatabase } from '#lib/store/database/client.ts'
import { run } from '../run.ts'

/** Prints the one-time link that opens a newsroom without people, or nothing. */
await run(async () => {
  const link = await firstRunLink()
  if (link) console.log(link)
  await closeDatabase()
})
