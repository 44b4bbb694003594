import { Extension, Mark } from '@tiptap/core'
import type { SuggestionKind, SuggestionMark } from '#lib/domain/writing/suggesting/suggested-body.ts'

export type SuggestionSays = {
  /** Who suggests what, and when: read where the pointer rests. */
  readonly says: (suggestion: SuggestionMark) => string
}

/** Innermost, in the order of lib/domain/writing/editor/document. What is written at the edge of a suggestion is no part of it. */
export const Insertion = suggestionMark('insertion', { tag: 'ins', priority: 99 })
export const Deletion = suggestionMark('deletion', { tag: 'del', priority: 98 })

/** Blocks that can be suggested as a whole. Paragraphs and items of lists are suggested by all of their words. */
const flagged = [
  ...[
    'paragraph',
    'crosshead',
    'list',
    'divider',
    'quotation',
    'pullQuote',
    'factBox',
    'tableBlock',
    'figure',
    'embed',
  ],
]

/** The suggestion that stands on a block. */
export const SuggestionFlag = Extension.create<SuggestionSays>({
  name: 'suggestionFlag',
  addOptions: () => ({ says: () => '' }),
  addGlobalAttributes() {
    const { says } = this.options
    return [
      {
        types: flagged,
        attributes: {
          suggestion: {
            default: null,
            parseHTML: suggestionIn,
            renderHTML: ({ suggestion }) => flagAttributes(suggestion as SuggestionMark | null, says),
          },
        },
      },
    ]
  },
})

/** For figures and embeds too, which draw themselves. */
export function flagAttributes(
  suggestion: SuggestionMark | null,
  says: SuggestionSays['says'],
): Readonly<Record<string, string>> {
  if (!suggestion) return {}
  const { kind, id, by, at } = suggestion
  const said = says(suggestion)
  return { 'data-flag': kind, 'data-suggestion': id, 'data-by': by, 'data-at': at, 'data-says': said, title: said }
}

function suggestionMark(kind: SuggestionKind, { tag, priority }: { readonly tag: string; readonly priority: number }) {
  return Mark.create<SuggestionSays>({
    name: kind,
    priority,
    inclusive: false,
    addOptions: () => ({ says: () => '' }),
    // All three are drawn at once, by the mark.
    addAttributes: () => Object.fromEntries(['id', 'by', 'at'].map((part) => [part, { default: '', rendered: false }])),
    // What other programs strike out or underline is no suggestion of ours.
    parseHTML: () => [
      {
        tag: `${tag}[data-suggestion]`,
        getAttrs: (element) => suggestionIn(element),
      },
    ],
    renderHTML({ mark }) {
      const { id, by, at } = mark.attrs
      const title = this.options.says({ kind, id, by, at })
      return [tag, { 'data-suggestion': id, 'data-by': by, 'data-at': at, title }, 0]
    },
  })
}

function suggestionIn({ dataset }: HTMLElement): SuggestionMark | null {
  const { suggestion: id, by = '', at = '', flag } = dataset
  return id ? { kind: flag === 'deletion' ? flag : 'insertion', id, by, at } : null
}
