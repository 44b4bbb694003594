import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/**
 * A selection over a bold or suggested word that an input method writes over goes first: ProseMirror would find the composed letter
 * among the ones that go, where it is equal to one of them, and then the browser writes it twice.
 */
export const Composing = Extension.create({
  name: 'composing',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          compositionstart: (view) => {
            const { state } = view
            const { $from, $to } = state.selection
            const isOfSeveral = $from.sameParent($to) && $from.pos + ($from.nodeAfter?.nodeSize ?? 0) < $to.pos
            if (isOfSeveral) view.dispatch(state.tr.deleteSelection().setMeta('composition', state.tr.time))
            return false
          },
        },
      },
    }),
  ],
})
