import type { Extensions } from '@tiptap/core'
import { Dropcursor, Gapcursor, Placeholder, TrailingNode, UndoRedo } from '@tiptap/extensions'
import type { AtomViews } from '../schema/atom-nodes.ts'
import { bodyNodes } from '../schema/nodes.ts'
import { Suggesting, type SuggestingSetting } from '../suggesting/suggesting.ts'
import { SuggestingKeys, type SuggestingKeysSetting } from '../suggesting/suggesting-keys.ts'
import { Composing } from './composing.ts'
import { Keys } from './keys.ts'
import { Pasting } from './pasting.ts'
import { Typing } from './typing.ts'

export type EditorParts = AtomViews & {
  readonly locale: string
  /** What an empty place asks for, by the name of its node. */
  readonly placeholders: Readonly<Record<string, string>>
  readonly onPicturesLeftOut: (count: number) => void
  /** Files that were pasted or dropped at the caret; null where none are taken. */
  readonly onPictures: ((files: readonly File[]) => void) | null | undefined
  /** Null: nothing is suggested here, and what comes from the clipboard holds no suggestions. */
  readonly suggesting: (SuggestingSetting & SuggestingKeysSetting) | null
}

export function editorExtensions(parts: EditorParts): Extensions {
  const { draw, says, locale, placeholders, suggesting, onPictures, onPicturesLeftOut } = parts
  const pasting = { onPictures, onPicturesLeftOut, takesSuggestions: suggesting !== null }
  return [
    ...bodyNodes({ draw, says }),
    ...[Keys, Composing, Typing.configure({ locale }), Pasting.configure(pasting)],
    ...(suggesting ? [Suggesting.configure(suggesting), SuggestingKeys.configure(suggesting)] : []),
    ...[
      UndoRedo.configure({ depth: 500 }),
      Gapcursor,
      Dropcursor,
      TrailingNode.configure({ node: 'paragraph', notAfter: ['paragraph'] }),
    ],
    Placeholder.configure({
      includeChildren: true,
      showOnlyCurrent: false,
      placeholder: ({ editor, node }) => {
        if (node.type.name !== 'paragraph') return placeholders[node.type.name] ?? ''
        return editor.state.doc.childCount === 1 && editor.state.doc.firstChild === node
          ? (placeholders.paragraph ?? '')
          : ''
      },
    }),
  ]
}
