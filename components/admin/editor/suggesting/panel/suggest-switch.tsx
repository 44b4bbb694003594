import type { EditorWords } from '#lib/i18n/admin/editor/words.ts'
import { Sign } from '../../body/tool.tsx'
import { suggestingKeys } from '../suggesting-keys.ts'
import type { SuggestMode } from '../use-suggest-mode.ts'

/** Beside where the text is saved, at the head of the page: it is about all of the text, not about the caret. */
export function SuggestSwitch({ mode, words }: { readonly mode: SuggestMode; readonly words: EditorWords }) {
  const label = words('suggesting.tool')
  return (
    <button
      type="button"
      className="button quiet suggest-switch"
      aria-label={label}
      aria-pressed={mode.isOn}
      title={`${label} (${suggestingKeys.toggle})`}
      onClick={mode.toggle}
    >
      <Sign name="suggest" />
    </button>
  )
}
