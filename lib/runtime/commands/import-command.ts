import { access, type FileHandle, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { createResetLink, resetLifetimes } from '#lib/auth/links/reset-link.ts'
import type { ImportCounts, Loss } from '#lib/domain/imports/import-run.ts'
import { imports as words } from '#lib/i18n/admin/machines/imports/en.ts'
import { isArchive, readArchive } from '#lib/import/archive/read-archive.ts'
import { runImport } from '#lib/import/run-import.ts'
import { runTask } from '#lib/import/run-task.ts'
import { closeDatabase } from '#lib/store/database/client.ts'
import { listBlogSlugs } from '#lib/store/imports/import-ground.ts'
import { createRun, findRun } from '#lib/store/imports/import-runs.ts'
import { listEditions } from '#lib/store/pages/editions.ts'
import { listPeople } from '#lib/store/people/people.ts'
import { errorCode, StartFailure } from '../failure.ts'
import { run } from '../run.ts'
import { type ImportArguments, importUsage, readImportArguments } from '../transfer/import-options.ts'

const by = 'import'
const sayEveryMs = 2_000

/** `npm run import -- …`, in a process of its own: start/commands.ts has opened the database. */
await run(async () => {
  const read = readImportArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
  if (!read.ok) throw new StartFailure(read.error, importUsage)
  const args = read.value
  await access(args.path).catch(() => {
    throw new StartFailure(`There is no ${args.path}.`, importUsage)
  })
  if (await isArchive(args.path)) await restore(args)
  else await importFile(args)
  await closeDatabase()
})

async function restore({ path, isDry }: ImportArguments): Promise<void> {
  const done = await readArchive(path, { isDry, log: console.log })
  if (!done.ok) throw new StartFailure(`${done.error.problem} (${done.error.detail}).`, 'Nothing was changed.')
  if (isDry) return
  // Passwords stayed behind: whoever ran this hands the administrators their way in.
  for (const { id, name, grants, disabledAt } of await listPeople())
    if (!disabledAt && grants.some(({ role }) => role === 'administrator'))
      console.log(`A new password for ${name}, within a day: ${await createResetLink(id, resetLifetimes.handed)}`)
}

async function importFile(args: ImportArguments): Promise<void> {
  const { path, isDry, pictures: folder, fetches, site: siteUrl } = args
  const place = await placeOf(args)
  const options = { ...place, fetches, siteUrl }
  const report = await createReport(args)
  const signal = stopSignal()
  const start = { fileKey: null, fileName: basename(path), bytes: (await stat(path)).size, isDry, options, by }
  let done: Awaited<ReturnType<typeof runImport>>
  if (isDry) {
    const onStep = async (step: { counts: ImportCounts; losses: readonly Loss[] }) =>
      report.hear(step.counts, step.losses)
    done = await runImport({ ...options, path, folder, isDry, by: { name: by }, onStep, signal })
  } else {
    const id = await createRun({ ...start, state: 'running', now: new Date() })
    const row = await findRun(id)
    if (!row) throw new Error('The run was not written')
    done = await runTask(row, { path, folder, onStep: report.hear }, signal)
  }
  await report.end()
  if (!done.ok)
    throw new StartFailure(
      `Not read to its end: ${words.problems[done.error.problem]} (${done.error.detail}).`,
      'What was imported before stands.',
    )
  const { total, created, published, known, skipped, pictures, comments, losses } = done.value
  console.log(
    `${isDry ? 'Would be imported' : 'Imported'}: ${created} of ${total} (${published} public), ${pictures} pictures; ` +
      `${known} known already, ${skipped} left out, ${comments} comments left out, ${losses} losses.`,
  )
}

async function placeOf({ edition, blog }: ImportArguments): Promise<{ editionId: number; blogId: number | null }> {
  const editions = await listEditions()
  const found = editions.find(({ key, isDefault }) => (edition === null ? isDefault : key === edition))
  if (!found) {
    const keys = editions.map(({ key }) => key).join(', ')
    throw new StartFailure(`There is no edition ${edition ?? ''}.`, `There are: ${keys || 'none yet (npm run seed)'}.`)
  }
  const blogs = blog === null ? [] : await listBlogSlugs(found.id)
  const blogId = blogs.find(({ slug }) => slug === blog)?.id ?? null
  if (blog !== null && blogId === null)
    throw new StartFailure(`There is no blog ${blog}.`, `There are: ${blogs.map(({ slug }) => slug).join(', ')}.`)
  return { editionId: found.id, blogId }
}

/** A line of progress every other second; at the end how often each loss was, and every one in the file of `--report`. */
async function createReport({ report }: ImportArguments) {
  const kinds = new Map<Loss['kind'], { count: number; first: Loss }>()
  const file = report === null ? null : (await openReport(report)).createWriteStream()
  let saidAt = 0
  return {
    hear: (counts: ImportCounts, losses: readonly Loss[]) => {
      for (const loss of losses) {
        const seen = kinds.get(loss.kind)
        kinds.set(loss.kind, { count: (seen?.count ?? 0) + 1, first: seen?.first ?? loss })
        file?.write(`${JSON.stringify(loss)}\n`)
      }
      if (performance.now() - saidAt < sayEveryMs) return
      saidAt = performance.now()
      console.log(`${counts.created + counts.known + counts.skipped} of ${counts.total}, ${counts.losses} losses`)
    },
    end: async () => {
      if (file) await new Promise<void>((settle) => file.end(() => settle()))
      for (const [kind, { count, first }] of [...kinds].toSorted((a, b) => b[1].count - a[1].count))
        console.log(
          `  ${String(count).padStart(7)} × ${words.kinds[kind]}: ${first.detail.slice(0, 80)} (${first.item.slice(0, 60)})`,
        )
    },
  }
}

/** Before anything is taken in: what came along without a report of its losses could not be told of any more. */
async function openReport(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w')
  } catch (error) {
    throw new StartFailure(`The report ${path} can't be written (${errorCode(error)}).`, importUsage)
  }
}

/** The first Ctrl-C ends the run between two articles. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort())
  return stopping.signal
}
