import {
  type FileProblem,
  type ImportCounts,
  type ImportOptions,
  type Loss,
  noCounts,
} from '#lib/domain/imports/import-run.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { findImportEdition, listBlogSlugs } from '#lib/store/imports/import-ground.ts'
import { listImported } from '#lib/store/imports/import-keys.ts'
import { FileRefusal } from './file-refusal.ts'
import { openSource } from './formats/open-source.ts'
import { takePicture } from './pictures/take-picture.ts'
import type { Lose, SkippedItem, Source, SourceItem } from './source-item.ts'
import { textOfItem } from './text-of-item.ts'
import { fateOf } from './writing/fate.ts'
import { tellKeptWords } from './writing/names.ts'
import { ensureBlog, type Target } from './writing/target.ts'
import { keyOf } from './writing/write-article.ts'
import { createBatch, type Outcome, type Prepared } from './writing/write-batch.ts'

export type Import = ImportOptions & {
  readonly path: string
  readonly isDry: boolean
  /** A copy of the site's uploads on this machine; only the command line names one. */
  readonly folder: string | null
  readonly by: Editor
  /** Heard after the first reading, and after every few items; inside their transaction, so that report and articles come together. */
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
 * Takes a file in, a few items at a time, those in one transaction: whatever ends it, what was taken in stands, and the next run
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
  const note = async (outcomes: readonly Outcome[]) => {
    for (const outcome of outcomes) counts = added(counts, outcome)
    await task.onStep({ ...step, counts, losses: outcomes.flatMap(({ losses }) => losses) })
  }
  const batch = createBatch(target, note)
  for await (const items of handfuls(source.items())) {
    const known = await knownOf(items, target)
    for (const item of items) {
      if (signal?.aborted) break
      const losses: Loss[] = []
      const lose = loserOf(item, losses)
      const taken =
        item.kind === 'skipped'
          ? skipped(item, lose)
          : known.has(item)
            ? alreadyHere
            : await prepared(item, { source, target, task, lose })
      if (taken.kind === 'prepared') await batch.add({ ...taken, losses, lose })
      else if (task.isDry) await note([{ ...taken, item, losses }])
      else await batch.add({ ...taken, item, losses })
    }
    if (signal?.aborted) break
  }
  await batch.write()
  return counts
}

/** Items that are asked for together, in memory together: few, and of so much markup. */
const mostAhead = 20
const mostCharactersAhead = 1_000_000

async function* handfuls(
  items: AsyncGenerator<SourceItem | SkippedItem>,
): AsyncGenerator<readonly (SourceItem | SkippedItem)[]> {
  let hand: (SourceItem | SkippedItem)[] = []
  let characters = 0
  for await (const item of items) {
    hand.push(item)
    characters += item.kind === 'skipped' ? 0 : item.html.length
    if (hand.length < mostAhead && characters < mostCharactersAhead) continue
    yield hand
    hand = []
    characters = 0
  }
  if (hand.length > 0) yield hand
}

/** Those that an earlier run brought: nothing of them is looked at. */
async function knownOf(items: readonly (SourceItem | SkippedItem)[], target: Target): Promise<ReadonlySet<SourceItem>> {
  const keyed = items.flatMap((item) => (item.kind === 'skipped' ? [] : [{ ...keyOf(item, target), item }]))
  return new Set([...(await listImported(keyed))].map(({ item }) => item))
}

const alreadyHere: Taken = { kind: 'over', outcome: 'known', pictures: 0 }

type Hands = {
  readonly source: Source
  readonly target: Target
  readonly task: Import
  readonly lose: Lose
}

type Taken = Omit<Prepared, 'losses' | 'lose'> | Omit<Outcome, 'item' | 'losses'>

function skipped({ type, loss = 'skipped' }: SkippedItem, lose: Lose): Taken {
  lose(loss, type)
  return { kind: 'over', outcome: 'skipped', pictures: 0 }
}

/** All of an item that needs no transaction: its text as one of ours, and its pictures. */
async function prepared(item: SourceItem, { source, target, task, lose }: Hands): Promise<Taken> {
  const { isDry, folder, fetches } = task
  let pictures = 0
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
  if (!text) return { kind: 'over', outcome: 'skipped', pictures }
  if (!isDry) return { kind: 'prepared', item, text, pictures }
  if (item.kind === 'article') await tellKeptWords(item.topics, target, lose)
  return { kind: 'over', outcome: fateOf(item, text.body.length === 0, new Date(), lose), pictures }
}

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

function added(counts: ImportCounts, { item, outcome, pictures, losses }: Outcome): ImportCounts {
  const isNew = outcome === 'draft' || outcome === 'published'
  return {
    total: counts.total,
    created: counts.created + Number(isNew),
    published: counts.published + Number(outcome === 'published'),
    known: counts.known + Number(outcome === 'known'),
    skipped: counts.skipped + Number(outcome === 'skipped'),
    pictures: counts.pictures + pictures,
    comments: counts.comments + (item.kind === 'skipped' || outcome === 'known' ? 0 : item.comments),
    losses: counts.losses + losses.length,
  }
}
