import type { Loss } from '#lib/domain/imports/import-run.ts'
import type { ArticleText } from '#lib/domain/workflow/newsroom.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { letDiskFollow, listImported } from '#lib/store/imports/import-keys.ts'
import type { Lose, SkippedItem, SourceItem } from '../source-item.ts'
import type { Target } from './target.ts'
import { keyOf, type Written, writeArticles } from './write-article.ts'
import { writePage } from './write-page.ts'

/** An item that is ready to be written. */
export type Prepared = {
  readonly kind: 'prepared'
  readonly item: SourceItem
  readonly text: ArticleText
  readonly pictures: number
  readonly losses: readonly Loss[]
  readonly lose: Lose
}

/** What became of an item, for the counts and the report. */
export type Outcome = {
  readonly kind: 'over'
  readonly item: SourceItem | SkippedItem
  readonly outcome: Written | 'skipped'
  readonly pictures: number
  readonly losses: readonly Loss[]
}

type Batch = {
  /** Keeps an item until there are enough; one that is over already keeps its place in the report. */
  readonly add: (item: Prepared | Outcome) => Promise<void>
  /** Writes what is kept. */
  readonly write: () => Promise<void>
}

/** Articles that are written together share the questions that each would ask alone (decision 18). */
const mostItems = 10
/** Markup of so many characters is written at once, however few the items are. */
const mostCharacters = 1_000_000
/** Long texts into a busy database; far longer than any take. */
const timeoutMs = 60_000

/** Gathers items and writes them in one transaction, with their lines of the report. */
export function createBatch(target: Target, note: (outcomes: readonly Outcome[]) => Promise<void>): Batch {
  let waiting: (Prepared | Outcome)[] = []
  const write = async () => {
    const items = waiting
    waiting = []
    if (items.length > 0) await inTransaction(() => writeAll(items, target, note), timeoutMs)
  }
  return {
    add: async (item) => {
      waiting.push(item)
      const characters = waiting.reduce((sum, one) => sum + (one.kind === 'prepared' ? one.item.html.length : 0), 0)
      if (waiting.length >= mostItems || characters >= mostCharacters) await write()
    },
    write,
  }
}

async function writeAll(
  items: readonly (Prepared | Outcome)[],
  target: Target,
  note: (outcomes: readonly Outcome[]) => Promise<void>,
): Promise<void> {
  await letDiskFollow()
  const fresh = await withoutKnown(items, target)
  const articles = fresh.filter(({ item }) => item.kind === 'article')
  const written = await writeArticles(articles, target)
  const fates = new Map<Prepared | Outcome, Written | 'skipped'>(
    articles.map((one, place) => [one, written[place] ?? 'known']),
  )
  for (const one of fresh)
    if (one.item.kind === 'page') fates.set(one, await writePage(one.item, one.text, target, one.lose))
  await note(
    items.map((one) => {
      if (one.kind === 'over') return one
      const { item, pictures, losses } = one
      return { kind: 'over', item, outcome: fates.get(one) ?? 'known', pictures, losses }
    }),
  )
}

/** Those that are not here yet. Another run may have brought one since it was asked for, and a file may hold one twice. */
async function withoutKnown(items: readonly (Prepared | Outcome)[], target: Target): Promise<readonly Prepared[]> {
  const prepared = new Map<string, Prepared>()
  for (const one of items) {
    const name = one.kind === 'prepared' ? `${one.item.kind} ${one.item.foreignId}` : ''
    if (one.kind === 'prepared' && !prepared.has(name)) prepared.set(name, one)
  }
  const keyed = [...prepared.values()].map((one) => ({ ...keyOf(one.item, target), one }))
  const known = await listImported(keyed)
  return keyed.flatMap((key) => (known.has(key) ? [] : [key.one]))
}
