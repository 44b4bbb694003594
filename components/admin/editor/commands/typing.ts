import { Extension, InputRule, markInputRule } from '@tiptap/core'
import { Fragment } from '@tiptap/pm/model'
import { type EditorState, TextSelection } from '@tiptap/pm/state'
import { typographic } from '#lib/domain/writing/editor/typography.ts'
import { isStruckOut } from '../suggesting/suggested-words.ts'
import { type TextKind, turnInto } from './blocks.ts'

/** Markdown that hands type anyway, and the marks of print for a keyboard's. Backspace takes any of it back. */
export const Typing = Extension.create<{ readonly locale: string }>({
  name: 'typing',
  addOptions: () => ({ locale: 'en' }),
  addInputRules() {
    const { strong, emphasis } = this.editor.schema.marks
    return [
      blockRule(/^#{1,6} $/, 'crosshead'),
      blockRule(/^> $/, 'quotation'),
      blockRule(/^[-*•] $/, 'list'),
      blockRule(/^[1۱][.)] $/, 'ordered-list'),
      dividerRule(),
      ...(strong ? [markInputRule({ find: /(?:^|\s)(\*\*(?!\s+\*\*)((?:[^*]+))\*\*)$/, type: strong })] : []),
      ...(emphasis
        ? [
            markInputRule({ find: /(?:^|\s)(\*(?!\s+\*)((?:[^*]+))\*)$/, type: emphasis }),
            markInputRule({ find: /(?:^|\s)(_(?!\s+_)((?:[^_]+))_)$/, type: emphasis }),
          ]
        : []),
      typographyRule(this.options.locale, () => this.editor.state),
    ]
  },
})

function blockRule(find: RegExp, kind: TextKind): InputRule {
  return new InputRule({
    find,
    handler: ({ state, range }) => {
      const { $from } = state.selection
      if ($from.parent.type.name !== 'paragraph' || $from.depth > 2) return null
      state.tr.delete(range.from, range.to)
      // The state is the rule's own: what the command would dispatch is in its transaction already.
      return turnInto(kind)(state, () => undefined) ? undefined : null
    },
  })
}

function dividerRule(): InputRule {
  return new InputRule({
    // Two hyphens became a dash before the third came.
    find: /^(?:---|—-|___|\*\*\*)$/,
    handler: ({ state }) => {
      const { $from } = state.selection
      const { divider, paragraph } = state.schema.nodes
      const isWhole = $from.parentOffset === $from.parent.content.size
      if (!isWhole || $from.depth !== 1 || $from.parent.type.name !== 'paragraph' || !divider || !paragraph) return null
      const from = $from.before()
      const { tr } = state
      tr.replaceWith(from, $from.after(), Fragment.from([divider.create(), paragraph.create()]))
      tr.setSelection(TextSelection.create(tr.doc, from + 2))
      return undefined
    },
  })
}

function typographyRule(locale: string, stateNow: () => EditorState): InputRule {
  return new InputRule({
    find: (text) => {
      const line = lineRead(text, stateNow())
      const replacement = typographic(line.replace(/\ufffc/g, ' '), locale)
      if (!replacement) return null
      const length = replacement.remove + 1
      // What is struck out stands between: it would go with it.
      if (text.slice(-length) !== line.slice(-length)) return null
      return { index: text.length - length, text: text.slice(-length), data: { insert: replacement.insert } }
    },
    handler: ({ state, range, match }) => {
      state.tr.insertText(String(match.data?.insert), range.from, range.to)
    },
  })
}

/** The line up to the caret, with what is being typed, as it reads without what is struck out: a word that goes opens no quotation. */
function lineRead(text: string, { selection: { $from } }: EditorState): string {
  const before = $from.parent.cut(0, $from.parentOffset)
  if (!before.children.some(isStruckOut)) return text
  const all = before.textContent
  const known = Array.from(text, (_, index) => text.slice(0, text.length - index)).find((start) => all.endsWith(start))
  const read = before.children.filter((node) => !isStruckOut(node)).map((node) => node.textContent)
  return known === undefined ? text : read.join('') + text.slice(known.length)
}
