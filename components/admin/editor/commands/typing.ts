import { Extension, InputRule, markInputRule } from '@tiptap/core'
import { Fragment } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { typographic } from '#lib/domain/writing/editor/typography.ts'
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
      typographyRule(this.options.locale),
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

function typographyRule(locale: string): InputRule {
  return new InputRule({
    find: (text) => {
      const replacement = typographic(text.replace(/\ufffc/g, ' '), locale)
      if (!replacement) return null
      const length = replacement.remove + 1
      return { index: text.length - length, text: text.slice(-length), data: { insert: replacement.insert } }
    },
    handler: ({ state, range, match }) => {
      state.tr.insertText(String(match.data?.insert), range.from, range.to)
    },
  })
}
