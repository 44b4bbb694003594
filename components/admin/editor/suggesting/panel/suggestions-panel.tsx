import { type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Verdict } from '#lib/domain/writing/suggesting/settle.ts'
import type { SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { type Suggestion, suggestionsOf } from '#lib/domain/writing/suggesting/suggestions-of.ts'
import { Button } from '../../../ui/button.tsx'
import { useSetting } from '../../setting.ts'
import { suggestingKeys } from '../suggesting-keys.ts'
import { blockWords, excerptOf, nameOf, timeOf } from './say-suggestion.ts'

type Props = {
  readonly body: SuggestedBody
  readonly isReadOnly: boolean
  readonly onSettle: (ids: readonly string[], verdict: Verdict) => void
  readonly onUndo: () => void
  readonly onShow: (id: string) => void
}

/** What is suggested, in the order of the text. It follows typing at leisure. */
export function SuggestionsPanel({ body, isReadOnly, onSettle, onUndo, onShow }: Props) {
  const { words } = useSetting()
  // Nothing at first: the server does not know the clock of this device.
  const followed = useDeferredValue(body, null)
  const suggestions = useMemo(() => followed && suggestionsOf(followed), [followed])
  const [said, setSaid] = useState('')
  const place = useRef<HTMLDivElement>(null)
  useUndoKey(place, onUndo)
  const next = useNextFocus(place, suggestions)
  if (!suggestions) return null
  const count = suggestions.length
  const settle = (ids: readonly string[], verdict: Verdict, index = -1) => {
    onSettle(ids, verdict)
    setSaid(words(verdict === 'accept' ? 'suggesting.accepted' : 'suggesting.rejected', { count: ids.length }))
    next.current = { index, verdict }
  }
  const all = suggestions.map(({ id }) => id)
  const inAll = (['accept', 'reject'] as const).map((verdict) => (
    <Button key={verdict} type="button" onPress={() => settle(all, verdict)}>
      {words(`suggesting.${verdict}All`, { count })}
    </Button>
  ))
  return (
    <div className="suggestions" ref={place}>
      <p role="status" className="hint" tabIndex={-1}>
        {said}
      </p>
      {count === 0 && <p className="hint">{words('suggesting.empty', { keys: suggestingKeys.toggle })}</p>}
      {count > 0 && !isReadOnly && <div className="row">{inAll}</div>}
      <ol>
        {suggestions.map((suggestion, index) => (
          <li key={suggestion.id}>
            <SuggestionEntry suggestion={suggestion} />
            <div className="row">
              {!isReadOnly &&
                (['accept', 'reject'] as const).map((verdict) => (
                  <Button
                    key={verdict}
                    type="button"
                    name={verdict}
                    label={words(`suggesting.${verdict}This`, { what: excerptOf(suggestion, words) })}
                    onPress={() => settle([suggestion.id], verdict, index)}
                  >
                    {words(`suggesting.${verdict}`)}
                  </Button>
                ))}
              <Button
                type="button"
                kind="quiet"
                label={words('suggesting.showThis', { what: excerptOf(suggestion, words) })}
                onPress={() => onShow(suggestion.id)}
              >
                {words('checks.show')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The button that was pressed goes with its suggestion: the same of the next one has the focus then, or what was said. */
function useNextFocus(place: RefObject<HTMLDivElement | null>, suggestions: readonly Suggestion[] | null) {
  const next = useRef<{ readonly index: number; readonly verdict: Verdict } | null>(null)
  useEffect(() => {
    const wanted = next.current
    if (!wanted || !suggestions) return
    next.current = null
    const entry = place.current?.querySelectorAll('li')[wanted.index]
    const button = entry?.querySelector<HTMLElement>(`[name=${wanted.verdict}]`)
    const target = button ?? place.current?.querySelector<HTMLElement>('[role=status]')
    target?.focus()
  }, [place, suggestions])
  return next
}

/** Ctrl+Z takes back what was settled here, as it would in the text. */
function useUndoKey(place: RefObject<HTMLDivElement | null>, onUndo: () => void): void {
  const undo = useRef(onUndo)
  undo.current = onUndo
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isHere = event.target instanceof Node && place.current?.contains(event.target)
      const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyZ'
      if (!isHere || !isUndo) return
      event.preventDefault()
      undo.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [place])
}

function SuggestionEntry({ suggestion }: { readonly suggestion: Suggestion }) {
  const setting = useSetting()
  const { words, edition } = setting
  const { deleted, inserted, blocks, by } = suggestion
  const blocksOf = (kind: 'insertion' | 'deletion') =>
    blocks.filter((one) => one.kind === kind).map(({ block }) => words(blockWords[block]))
  const lines = [
    { kind: 'out', text: deleted, blocks: blocksOf('deletion') },
    { kind: 'in', text: inserted, blocks: blocksOf('insertion') },
  ] as const
  return (
    <>
      <p className="hint">
        <bdi>{nameOf(by, setting)}</bdi>, {timeOf(suggestion, setting)}
      </p>
      <dl>
        {lines.map(({ kind, text, blocks }) =>
          text || blocks.length > 0 ? (
            <div key={kind}>
              <dt>
                {words(`suggesting.${kind}`)}
                {blocks.length > 0 && ` (${blocks.join(', ')})`}
              </dt>
              <dd lang={edition.locale} dir="auto">
                {kind === 'out' ? <del>{text}</del> : <ins>{text}</ins>}
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </>
  )
}
