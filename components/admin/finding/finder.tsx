import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type Found, findingLimits } from '#lib/domain/lists/found.ts'
import { Dialog } from '../ui/dialog.client.tsx'
import { FinderList } from './finder-list.tsx'
import type { FinderCommand, FinderWords } from './finder-words.ts'
import { groupsOf, type Option } from './options.ts'
import { readRecent } from './recent.ts'
import { type FindActions, useFinder } from './use-finder.ts'

type Props = {
  readonly isOpen: boolean
  readonly userId: string
  readonly actions: FindActions
  readonly commands: readonly FinderCommand[]
  readonly words: FinderWords
  readonly onClose: () => void
  readonly onChoose: (option: Option) => void
}

/**
 * A combobox with a list that is always open (WAI-ARIA APG, combobox with list autocomplete): the focus stays in the field, the
 * arrows move through the list, Enter takes the row, Escape closes the dialog.
 */
export function Finder({ isOpen, userId, actions, commands, words, onClose, onChoose }: Props) {
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const [recent, setRecent] = useState<readonly Found[]>([])
  const field = useRef<HTMLInputElement>(null)
  const isWaiting = useRef(false)
  const listId = useId()
  const finding = useFinder(isOpen ? text : '', actions.find)

  useEffect(() => {
    if (!isOpen) return
    // The dialog has put the focus on its first control, which closes it.
    field.current?.focus()
    field.current?.select()
    const refs = readRecent(userId)
    if (refs.length > 0) void actions.recent({ refs }).then(setRecent, () => setRecent([]))
  }, [isOpen, userId, actions])

  const items = 'items' in finding ? finding.items : []
  const groups = groupsOf({ text: text.trim(), items, recent, commands, words })
  const options = groups.flatMap((group) => group.options)
  const chosen = Math.min(active, options.length - 1)
  const idOf = (index: number) => `${listId}-${index}`

  function press(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, number>> = {
      ...{ ArrowDown: (chosen + 1) % options.length, ArrowUp: (chosen - 1 + options.length) % options.length },
      ...{ Home: 0, End: options.length - 1 },
    }
    const to = event.shiftKey || event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key]
    if (to !== undefined && options.length > 0) {
      event.preventDefault()
      setActive(to)
      document.getElementById(idOf(to))?.scrollIntoView({ block: 'nearest' })
    }
    const option = options[chosen]
    // Enter also ends a word in an input method: that one is not ours.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    // Who types faster than the server answers means the row that will be the first one.
    if (finding.kind === 'searching' && !option?.key.startsWith('command-')) isWaiting.current = true
    else if (option) onChoose(option)
  }

  const first = options[0]
  useEffect(() => {
    if (!isWaiting.current || finding.kind === 'searching') return
    isWaiting.current = false
    if (finding.kind === 'found' && first) onChoose(first)
  }, [finding, first, onChoose])

  return (
    <Dialog isOpen={isOpen} title={words.title} closeLabel={words.close} onClose={onClose}>
      <div className="finder">
        <input
          type="text"
          role="combobox"
          ref={field}
          aria-label={words.label}
          placeholder={words.label}
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={options.length > 0 ? idOf(chosen) : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          dir="auto"
          maxLength={findingLimits.question}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            isWaiting.current = false
            setActive(0)
          }}
          onKeyDown={press}
        />
        <FinderList
          id={listId}
          label={words.results}
          groups={groups}
          active={chosen}
          idOf={idOf}
          isBusy={finding.kind === 'searching'}
          onChoose={onChoose}
        />
        <FinderSays finding={finding} isEmpty={text.trim() === ''} hasOptions={options.length > 0} words={words} />
      </div>
    </Dialog>
  )
}

type SaysProps = {
  readonly finding: ReturnType<typeof useFinder>
  readonly isEmpty: boolean
  readonly hasOptions: boolean
  readonly words: FinderWords
}

/** How many there are, why there are none, or what went wrong: seen, and heard without leaving the field. */
function FinderSays({ finding, isEmpty, hasOptions, words }: SaysProps) {
  const wrong =
    finding.kind === 'failed'
      ? words.failed
      : finding.kind === 'refused'
        ? finding.message
        : finding.kind === 'signed-out'
  return (
    <div className="finder-says">
      {wrong && (
        <p className="notice bad" role="alert">
          {wrong === true ? (
            <>
              {words.signedOut}{' '}
              <a href="/admin/sign-in" target="_blank" rel="noreferrer">
                {words.signIn}
              </a>
            </>
          ) : (
            wrong
          )}
        </p>
      )}
      <p className="hint" role="status">
        {finding.kind === 'searching' && words.searching}
        {finding.kind === 'found' && (hasOptions ? finding.said : words.none)}
      </p>
      {isEmpty && <p className="hint">{words.empty}</p>}
      <p className="hint finder-keys">{words.keys}</p>
    </div>
  )
}
