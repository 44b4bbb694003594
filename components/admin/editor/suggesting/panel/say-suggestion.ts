import { clock } from '#components/admin/saving/clock.ts'
import type { BlockKind } from '#lib/domain/text/body.ts'
import type { Signature, SuggestionMark } from '#lib/domain/writing/suggesting/suggested-body.ts'
import type { Suggestion } from '#lib/domain/writing/suggesting/suggestions-of.ts'
import type { EditorWords } from '#lib/i18n/admin/editor/words.ts'

/** Who suggests here, and the names of those who did. */
export type Suggester = {
  readonly by: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** Of the interface: times are told in it. */
  readonly locale: string
}

type Told = { readonly words: EditorWords; readonly suggester: Suggester | null }

export function nameOf(by: string, { words, suggester }: Told): string {
  if (by === suggester?.by) return words('suggesting.you')
  return suggester?.people.find(({ id }) => id === by)?.name ?? words('suggesting.gone')
}

export function timeOf({ at }: Pick<Signature, 'at'>, { suggester }: Told): string {
  return clock(suggester?.locale ?? 'en', at)
}

/** “Put in by Aida, 12:04”. */
export function saySuggestion(mark: SuggestionMark, told: Told): string {
  const name = mark.by === told.suggester?.by ? told.words('suggesting.byYou') : nameOf(mark.by, told)
  return told.words(`suggesting.${mark.kind}`, { name, time: timeOf(mark, told) })
}

/** A suggestion in a few words, for who hears a button alone. */
export function excerptOf({ inserted, deleted, blocks }: Suggestion, words: EditorWords): string {
  const text = (inserted || deleted).replace(/\s+/g, ' ').trim()
  const [first] = blocks
  if (text === '') return first ? words(blockWords[first.block]) : ''
  const letters = Array.from(text)
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : text
}

/** About what is heard in one breath. */
const longest = 60

export const blockWords = {
  paragraph: 'block.paragraph',
  crosshead: 'block.crosshead',
  quotation: 'block.quotation',
  'pull-quote': 'block.pullQuote',
  list: 'block.list',
  figure: 'block.figure',
  table: 'block.table',
  'fact-box': 'block.factBox',
  embed: 'block.embed',
  divider: 'block.divider',
} as const satisfies Record<BlockKind, string>
