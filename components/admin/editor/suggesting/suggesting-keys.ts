import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Verdict } from '#lib/domain/writing/suggesting/settle.ts'
import { suggestionAt, toNeighbour } from './places.ts'

export const suggestingKeys = {
  ...{ toggle: 'Ctrl+Alt+Shift+E', next: 'Ctrl+Alt+Shift+J', previous: 'Ctrl+Alt+Shift+K' },
  ...{ accept: 'Ctrl+Alt+Shift+A', reject: 'Ctrl+Alt+Shift+D' },
} as const

export type SuggestingKeysSetting = {
  readonly onToggle: () => void
  readonly onSettle: (id: string, verdict: Verdict) => void
}

/** By the place of the key, not by its letter: these work in Cyrillic and Arabic layouts too, and where Ctrl and Alt make AltGr. */
export const SuggestingKeys = Extension.create<SuggestingKeysSetting>({
  name: 'suggestingKeys',
  addOptions: () => ({ onToggle: () => undefined, onSettle: () => undefined }),
  addProseMirrorPlugins() {
    const { onToggle, onSettle } = this.options
    const go = (view: EditorView, step: 1 | -1) => {
      const tr = toNeighbour(view.state, step)
      if (tr) view.dispatch(tr)
    }
    const settle = (view: EditorView, verdict: Verdict) => {
      const here = suggestionAt(view.state)
      if (here && view.editable) onSettle(here.id, verdict)
    }
    const acts: Readonly<Record<string, (view: EditorView) => void>> = {
      KeyE: (view) => view.editable && onToggle(),
      KeyJ: (view) => go(view, 1),
      KeyK: (view) => go(view, -1),
      KeyA: (view) => settle(view, 'accept'),
      KeyD: (view) => settle(view, 'reject'),
    }
    return [
      new Plugin({
        props: {
          handleKeyDown: (view, event) => {
            const isOurs = (event.ctrlKey || event.metaKey) && event.altKey && event.shiftKey
            const act = isOurs ? acts[event.code] : undefined
            act?.(view)
            return act !== undefined
          },
        },
      }),
    ]
  },
})
