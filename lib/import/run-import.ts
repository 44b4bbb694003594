import {
  type FileProblem,
  type ImportCounts,
  type ImportOptions,
  type Loss,
  noCounts,
} from '#lib/domain/imports/import-run.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { inTransaction } from '#lib/store/client.ts'
import { findImportEdition, listBlogSlugs } from '#lib/store/imports/import-ground.ts'
import { findImported, letDiskFollow } from '#lib/store/imports/import-keys.ts'
import { FileRefusal } from './file-refusal.ts'
import { openSource } from './formats/open-source.ts'
import { takePicture } from './pictures/take-picture.ts'
import type { Lose, SkippedItem, Source, SourceItem } from './source-item.ts'
import { textOfItem } from './text-of-item.ts'
import { fateOf } from './writing/fate.ts'
import { ensureBlog, type Target } from './writing/target.ts'
import { keyOf, type Written, writeArticle } from './writing/write-article.ts'
import { writePage } from './writing/write-page.ts'

export type Import = ImportOptions & {
  readonly path: string
  readonly isDry: boolean
  /** A copy of the site's uploads on this machine; only the command line names one. */
  readonly folder: string | null
  readonly by: Editor
  /** Heard after the first reading, and after every item; inside the item's transaction, so that report and article come together. */
  readonly onStep: (step: ImportStep) => Promise<void>
  readonly signal?: AbortSignal
}

export type ImportStep = {
  readonly format: Source['format']
  readonly source: string
  readonly counts: ImportCounts
  readonly losses: readonly Loss[]
}

export type ImportRefusal = { readonly problem: FileProblem; readonly detail: string }

/**
 * Takes a file in, an item at a time, each in a transaction of its own: whatever ends it, what was taken in stands, and the next run
 * goes on after it. A dry run reads and maps the same, and writes nothing.
 */
export async function runImport(task: Import): Promise<Result<ImportCounts, ImportRefusal>> {
  const edition = await findImportEdition(task.editionId)
  if (!edition) return refuse({ problem: 'gone', detail: `edition ${task.editionId}` })
  let source: Source | undefined
  try {
    source = await openSource(task.path, edition.timeZone, task.siteUrl ?? null)
    return ok(await takeItems(source, edition.locale, task))
  } catch (error) {
    if (error instanceof FileRefusal) return refuse({ problem: error.problem, detail: error.detail })
    throw error
  } finally {
    source?.close()
  }
}

async function takeItems(source: Source, locale: string, task: Import): Promise<ImportCounts> {
  const { editionId, isDry, signal } = task
  let counts: ImportCounts = { ...noCounts, total: source.total, losses: source.losses.length }
  const step = { format: source.format, source: source.key }
  await task.onStep({ ...step, counts, losses: source.losses })
  const target: Target = {
    ...{ source: source.key, editionId, locale, by: task.by },
    named: new Map(),
    blogIds: new Map((await listBlogSlugs(editionId)).map(({ id, slug }) => [slug, id])),
    blogId: isDry ? 0 : await ensureBlog(source, editionId, task.blogId),
  }
  for await (const item of source.items()) {
    if (signal?.aborted) break
    const losses: Loss[] = []
    const lose = loserOf(item, losses)
    const tell = async (outcome: Written | 'skipped', pictures: number) => {
      counts = added(counts, item, outcome, { pictures, losses: losses.length })
      await task.onStep({ ...step, counts, losses })
    }
    if (item.kind === 'skipped') {
      lose('skipped', item.type)
      await tell('skipped', 0)
      continue
    }
    await takeItem(item, { source, target, task, lose, tell })
  }
  return counts
}

type Hands = {
  readonly source: Source
  readonly target: Target
  readonly task: Import
  readonly lose: Lose
  readonly tell: (outcome: Written | 'skipped', pictures: number) => Promise<void>
}

async function takeItem(item: SourceItem, { source, target, task, lose, tell }: Hands): Promise<void> {
  const { isDry, folder, fetches } = task
  let pictures = 0
  if ((await findImported(keyOf(item, target))) !== null) return tell('known', 0)
  if (item.comments > 0) lose('comments', String(item.comments))
  for (const { kind, detail } of item.losses) lose(kind, detail)
  const place = { source: target.source, locale: target.locale, folder, fetches, isDry, now: new Date() }
  const text = await textOfItem(item, source, {
    lose,
    takePicture: async (picture) => {
      const id = await takePicture(picture, place, lose)
      if (id !== null) pictures++
      return id
    },
  })
  if (!text) return tell('skipped', pictures)
  if (isDry) return tell(fateOf(item, text.body.length === 0, new Date(), lose), pictures)
  await inTransaction(async () => {
    await letDiskFollow()
    const write = item.kind === 'page' ? writePage : writeArticle
    await tell(await write(item, text, target, lose), pictures)
  }, itemTimeoutMs)
}

/** Long texts into a busy database; far longer than any takes. */
const itemTimeoutMs = 60_000

/** The same loss of one article is said once: a word that was underlined ten times is one thing to know. */
function loserOf(item: SourceItem | SkippedItem, losses: Loss[]): Lose {
  const label = item.kind === 'skipped' ? item.label : `${item.title || item.slug} (${item.address ?? item.foreignId})`
  const said = new Set<string>()
  return (kind, detail) => {
    const key = `${kind} ${detail}`
    if (said.has(key)) return
    said.add(key)
    losses.push({ item: label.slice(0, 500), kind, detail: detail.slice(0, 1000) })
  }
}

function added(
  counts: ImportCounts,
  item: SourceItem | SkippedItem,
  outcome: Written | 'skipped',
  more: { readonly pictures: number; readonly losses: number },
): ImportCounts {
  const isNew = outcome === 'draft' || outcome === 'published'
  return {
    total: counts.total,
    created: counts.created + Number(isNew),
    published: counts.published + Number(outcome === 'published'),
    known: counts.known + Number(outcome === 'known'),
    skipped: counts.skipped + Number(outcome === 'skipped'),
    pictures: counts.pictures + more.pictures,
    comments: counts.comments + (item.kind === 'skipped' || outcome === 'known' ? 0 : item.comments),
    losses: counts.losses + more.losses,
  }
}
