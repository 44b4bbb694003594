import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import type { Verdict } from '#lib/domain/writing/suggesting/settle.ts'
import { Button } from '../../../ui/button.tsx'
import { useSetting } from '../../setting.ts'
import { suggestionAt, toNeighbour } from '../places.ts'
import { saySuggestion } from './say-suggestion.ts'

/** Below the toolbar while something is suggested or may be: what the caret stands in, and what can be done with it. */
export function SuggestionBar({
  editor,
  count,
  isOn,
  isReadOnly,
  onSettle,
}: {
  readonly editor: Editor
  readonly count: number
  readonly isOn: boolean
  readonly isReadOnly: boolean
  readonly onSettle: (ids: readonly string[], verdict: Verdict) => void
}) {
  const setting = useSetting()
  const { words } = setting
  const here = useEditorState({ editor, selector: ({ editor }) => suggestionAt(editor.state) })
  const go = (step: 1 | -1) => {
    editor.view.focus()
    const tr = toNeighbour(editor.state, step)
    if (tr) editor.view.dispatch(tr)
  }
  const settle = (verdict: Verdict) => {
    editor.view.focus()
    if (here) onSettle([here.id], verdict)
  }
  return (
    <div className="suggestion-bar">
      <p role="status">
        {here ? saySuggestion(here, setting) : isOn ? words('suggesting.on') : words('suggesting.open', { count })}
      </p>
      <div className="row">
        {here && !isReadOnly && (
          <>
            <Button type="button" onPress={() => settle('accept')}>
              {words('suggesting.accept')}
            </Button>
            <Button type="button" onPress={() => settle('reject')}>
              {words('suggesting.reject')}
            </Button>
          </>
        )}
        {count > 0 && (
          <>
            <Button type="button" kind="quiet" label={words('suggesting.previous')} onPress={() => go(-1)}>
              ↑
            </Button>
            <Button type="button" kind="quiet" label={words('suggesting.next')} onPress={() => go(1)}>
              ↓
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
