import type { finding as en } from '#lib/i18n/admin/finding/en.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'

export type Shortcut = {
  readonly label: string
  /** Pressed together; `mod` is Ctrl, or ⌘ on a Mac. */
  readonly keys: readonly string[]
  /** One key alone: the account can switch these off (WCAG 2.1.4). */
  readonly isSingle: boolean
}

export type ShortcutPart = {
  readonly title: string
  /** The pages it is about. */
  readonly on: 'everywhere' | 'rows' | 'selection' | 'board' | 'order' | 'editor' | 'calendar'
  readonly shortcuts: readonly Shortcut[]
}

type Word = Exclude<keyof typeof en.shortcuts, 'title' | 'open' | 'off' | 'settings'>

/** Every key of the newsroom. The editor's are those of components/admin/editor/commands/keys.ts and suggesting/suggesting-keys.ts, the calendar's of calendar-entry.tsx. */
export function shortcutParts(words: AdminWords): readonly ShortcutPart[] {
  const together = (label: string, ...keys: readonly string[]): Shortcut => ({ label, keys, isSingle: false })
  const single = (label: string, ...keys: readonly string[]): Shortcut => ({ label, keys, isSingle: true })
  const say = (key: Word) => words(`finding.shortcuts.${key}`)
  return [
    {
      ...{ title: say('everywhere'), on: 'everywhere' },
      shortcuts: [together(say('search'), 'mod', 'K'), single(say('sheet'), '?'), together(say('close'), 'Esc')],
    },
    {
      ...{ title: say('list'), on: 'rows' },
      shortcuts: [single(say('next'), 'J'), single(say('previous'), 'K'), together(say('openRow'), 'Enter')],
    },
    {
      ...{ title: say('selection'), on: 'selection' },
      shortcuts: [single(say('select'), 'X'), together(say('range'), 'Shift', say('click'))],
    },
    {
      ...{ title: words('board.keys.title'), on: 'board' },
      shortcuts: [
        single(say('next'), 'J'),
        single(say('previous'), 'K'),
        together(say('openRow'), 'Enter'),
        single(words('board.keys.move'), 'M'),
        single(words('board.keys.deadline'), 'D'),
        together(words('board.keys.close'), 'Esc'),
      ],
    },
    { ...{ title: say('order'), on: 'order' }, shortcuts: [together(say('moveInOrder'), 'Alt', '↑ ↓')] },
    {
      ...{ title: say('editor'), on: 'editor' },
      shortcuts: [
        together(say('save'), 'mod', 'S'),
        together(say('bold'), 'mod', 'B'),
        together(say('italic'), 'mod', 'I'),
        together(say('link'), 'mod', 'K'),
        together(say('insert'), 'mod', '/'),
        together(say('toolbar'), 'Alt', 'F10'),
        together(say('paragraph'), 'mod', 'Alt', '0'),
        together(say('crosshead'), 'mod', 'Alt', '2'),
        together(say('list1'), 'mod', 'Shift', '7'),
        together(say('list2'), 'mod', 'Shift', '8'),
        together(say('quotation'), 'mod', 'Shift', '9'),
        together(say('language'), 'mod', 'Shift', 'L'),
        together(say('suggest'), 'mod', 'Alt', 'Shift', 'E'),
        together(say('nextSuggestion'), 'mod', 'Alt', 'Shift', 'J'),
        together(say('previousSuggestion'), 'mod', 'Alt', 'Shift', 'K'),
        together(say('accept'), 'mod', 'Alt', 'Shift', 'A'),
        together(say('reject'), 'mod', 'Alt', 'Shift', 'D'),
        together(say('leave'), 'mod', 'Enter'),
        together(say('move'), 'Alt', 'Shift', '↑ ↓'),
        together(say('remove'), 'mod', 'Shift', 'Backspace'),
        together(say('moveInPanel'), 'Alt', '↑ ↓'),
        together(say('sendComment'), 'mod', 'Enter'),
      ],
    },
    {
      ...{ title: say('calendar'), on: 'calendar' },
      shortcuts: [
        together(say('takeUp'), 'Space'),
        together(say('byDay'), '← →'),
        together(say('byHour'), '↑ ↓'),
        together(say('keepTime'), 'Enter'),
        together(say('leaveTime'), 'Esc'),
      ],
    },
  ]
}

/** Whether a part is about the page at hand: the article page has both its editor and no list. */
export function isPartOf({ on }: ShortcutPart, path: string): boolean {
  if (on === 'everywhere') return true
  if (on === 'board') return path === '/admin/board'
  if (on === 'calendar') return path === '/admin/calendar'
  if (on === 'editor') return /^\/admin\/articles\/\d+$/.test(path)
  if (on === 'order') return /^\/admin\/(?:fronts|stages|editions)\/[^/]+$/.test(path)
  return path === '/admin/articles' || (on === 'rows' && path === '/admin')
}
