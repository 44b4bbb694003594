import { resolve } from 'node:path'
import { writeArchive } from '#lib/import/archive/write-archive.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { closeDatabase } from '#lib/store/database/client.ts'
import { StartFailure } from '../failure.ts'
import { run } from '../run.ts'

/** `npm run export -- FOLDER`, in a process of its own: start/commands.ts has opened the database. */
await run(async () => {
  const [folder, ...more] = process.argv.slice(2)
  if (!folder || folder.startsWith('-') || more.length > 0)
    throw new StartFailure('Name one folder.', 'npm run export -- FOLDER')
  const done = await writeArchive(resolve(process.env.INIT_CWD ?? process.cwd(), folder), { log: console.log })
  if (!done.ok) throw new StartFailure(`The folder ${folder} is not empty.`, 'Name a new one: nothing is overwritten.')
  // Whoever has the folder has every draft: the trail says that it was made. It is not in the folder, which is of the moment before.
  const { originals, redirects } = done.value
  const details = { originals, redirects }
  await appendAudit({ actor: 'npm run export', action: 'site.export', subject: 'site', details, at: new Date() })
  await closeDatabase()
})
