'use client'

import { usePathname } from 'next/navigation'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { refOfPath } from '#lib/domain/lists/found.ts'
import { isTyping, letterOf, moveRow, openOfCard, toggleRow } from './desk-keys.ts'
import { Finder } from './finder.tsx'
import type { FinderCommand, FinderWords } from './finder-words.ts'
import { moveByPage, movesAtHand } from './moves-at-hand.ts'
import type { Option } from './options.ts'
import { rememberRecent } from './recent.ts'
import { type SheetWords, ShortcutSheet } from './shortcut-sheet.tsx'
import { isPartOf, type ShortcutPart } from './shortcuts.ts'
import type { FindActions } from './use-finder.ts'

/** The menu's own button asks for the sheet by this, from wherever it stands. */
const sheetAsked = 'masthead-shortcuts'
/** And a page's for the search. */
const finderAsked = 'masthead-finder'

type Props = {
  readonly userId: string
  readonly actions: FindActions
  readonly commands: readonly FinderCommand[]
  readonly shortcuts: readonly ShortcutPart[]
  readonly hasSingleKeys: boolean
  readonly words: FinderWords & { readonly sheet: SheetWords }
}

/** What every page of the newsroom has at hand: the search, the sheet of keys, and the keys themselves. */
export function DeskTools({ userId, actions, commands, shortcuts, hasSingleKeys, words }: Props) {
  const path = usePathname() ?? '/admin'
  const [shown, setShown] = useState<'nothing' | 'finder' | 'sheet'>('nothing')
  // Of what has the focus when the search opens: then the search itself has it.
  const [moves, setMoves] = useState<readonly FinderCommand[]>([])
  const all = useMemo(() => [...moves, ...commands], [moves, commands])
  const openFinder = useCallback(() => {
    setMoves(movesAtHand(words.move))
    setShown('finder')
  }, [words.move])

  useEffect(() => {
    const opened = refOfPath(path)
    if (opened) rememberRecent(userId, opened)
  }, [path, userId])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // The text of an article has its own Ctrl+K, for links.
      if (event.defaultPrevented || event.isComposing) return
      const letter = letterOf(event)
      const isMod = (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey
      if (isMod && letter === 'k') {
        event.preventDefault()
        if (shown === 'finder') setShown('nothing')
        else openFinder()
      }
      if (!hasSingleKeys || event.metaKey || event.ctrlKey || event.altKey) return
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return
      const acts: Readonly<Record<string, () => boolean>> = {
        '?': () => {
          setShown('sheet')
          return true
        },
        j: () => moveRow(1),
        k: () => moveRow(-1),
        x: toggleRow,
        m: () => openOfCard('m'),
        d: () => openOfCard('d'),
      }
      if (acts[letter]?.()) event.preventDefault()
    }
    const askSheet = () => setShown('sheet')
    document.addEventListener('keydown', press)
    document.addEventListener(sheetAsked, askSheet)
    document.addEventListener(finderAsked, openFinder)
    return () => {
      document.removeEventListener('keydown', press)
      document.removeEventListener(sheetAsked, askSheet)
      document.removeEventListener(finderAsked, openFinder)
    }
  }, [hasSingleKeys, openFinder, shown])

  const choose = useCallback((option: Option) => {
    if ('href' in option) return window.location.assign(option.href)
    if (option.does === 'shortcuts') return setShown('sheet')
    if (option.does === 'move') {
      // The dialog gives the focus back when it closes: only then the page may put it elsewhere.
      flushSync(() => setShown('nothing'))
      return moveByPage(option)
    }
    // The menu's form also asks about words that only this device has: over the page, and not over the search.
    flushSync(() => setShown('nothing'))
    document.querySelector<HTMLFormElement>('form[data-sign-out]')?.requestSubmit()
  }, [])

  return (
    <>
      <button
        type="button"
        className="button finder-open"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={openFinder}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <path d="M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M12.6 12.6 17 17" />
        </svg>
        <span>{words.open}</span>
      </button>
      <Finder
        isOpen={shown === 'finder'}
        userId={userId}
        actions={actions}
        commands={all}
        words={words}
        onClose={() => setShown((before) => (before === 'finder' ? 'nothing' : before))}
        onChoose={choose}
      />
      <ShortcutSheet
        isOpen={shown === 'sheet'}
        parts={shortcuts.filter((part) => isPartOf(part, path))}
        hasSingleKeys={hasSingleKeys}
        words={words.sheet}
        onClose={() => setShown((before) => (before === 'sheet' ? 'nothing' : before))}
      />
    </>
  )
}

/** For the menu: opens the sheet without the key, which may be switched off. */
export function ShortcutsButton({ label }: { readonly label: string }) {
  return (
    <button type="button" onClick={() => document.dispatchEvent(new CustomEvent(sheetAsked))}>
      {label}
    </button>
  )
}

/** For a page that leads nowhere else: opens the search without the key. */
export function FinderButton({ label }: { readonly label: string }) {
  return (
    <button
      type="button"
      className="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => document.dispatchEvent(new CustomEvent(finderAsked))}
    >
      {label}
    </button>
  )
}
