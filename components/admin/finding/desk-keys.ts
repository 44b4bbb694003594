/** Keys of one letter by their place on the keyboard where the layout has other letters: ж, ک and j are one key. */
export function letterOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (key === '?' || key === '؟') return '?'
  const isLatin = /^[a-z]$/i.test(key)
  return isLatin ? key.toLowerCase() : /^Key[A-Z]$/.test(code) && key.length === 1 ? code.slice(3).toLowerCase() : key
}

/** Whoever types means letters. A checkbox takes none. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return target.isContentEditable || target.closest('textarea, select, [role="textbox"], [role="combobox"]') !== null
}

/** The links that head the rows of the page's lists (components/admin/desk/article-table.tsx) and the cards of its board. */
/** A row of a list, or a card of a board. */
const row = 'tr, [data-card]'
const rowLinks = () => [...document.querySelectorAll<HTMLAnchorElement>('main a[data-row]')]

/** Puts the focus on the row after this one, or before it. Answers whether there are rows at all. */
export function moveRow(by: 1 | -1): boolean {
  const links = rowLinks()
  const here = links.findIndex((link) => link.closest(row)?.contains(document.activeElement))
  const next = here === -1 ? (by === 1 ? 0 : links.length - 1) : Math.min(Math.max(here + by, 0), links.length - 1)
  links[next]?.focus()
  return links.length > 0
}

/** Ticks the row that has the focus, or takes its tick away. */
export function toggleRow(): boolean {
  const box = document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('input[data-select]')
  box?.click()
  return box !== undefined && box !== null
}

/** Opens what stands behind a key in the card that has the focus, and puts the focus on its first control. */
export function openOfCard(key: string): boolean {
  const menu = document.activeElement
    ?.closest('[data-card]')
    ?.querySelector<HTMLDetailsElement>(`details[data-key="${key}"]`)
  if (!menu) return false
  menu.open = true
  const control = menu.querySelector<HTMLElement>('form :is(button, input:not([type="hidden"]))')
  ;(control ?? menu.querySelector('summary'))?.focus()
  return true
}
