import type { FinderCommand } from './finder-words.ts'

/** Where the stage stands in the words of the command. */
export const stageMark = '{stage}'

/**
 * The stages that the article at hand may go to: the one that is open, or the one whose card has the focus. The page offers them itself
 * (components/admin/publishing/stage-move.tsx, components/admin/board/board-card.tsx), to this person and by its own forms: the search
 * only finds them there, so that both always offer the same.
 */
export function movesAtHand(words: string): readonly FinderCommand[] {
  const say = (name: string | null) => words.replace(stageMark, () => name?.trim() ?? '')
  const ofArticle = [...(selectOfArticle()?.options ?? [])].map(({ value, label }) => ({
    ...{ does: 'move' as const, label: say(label), detail: '', article: null, to: value },
  }))
  const card = document.activeElement?.closest<HTMLElement>('[data-card]')
  const detail = card?.querySelector('[data-row]')?.textContent ?? ''
  const ofCard = [...(card?.querySelectorAll<HTMLButtonElement>(moveButton) ?? [])].map(({ value, textContent }) => ({
    ...{ does: 'move' as const, label: say(textContent), detail, article: card?.dataset.card ?? null, to: value },
  }))
  return [...ofArticle, ...ofCard]
}

/** Sends the page's own form, which answers beside itself; one that needs a note first is opened at the note. */
export function moveByPage({ article, to }: { readonly article: string | null; readonly to: string }): void {
  if (article === null) sendOfArticle(to)
  else sendOfCard(article, to)
}

const moveButton = '.board-move button[name="stage"]'

function selectOfArticle(): HTMLSelectElement | null {
  return document.querySelector('#step-move-stage select[name="stage"]')
}

function sendOfArticle(to: string): void {
  const select = selectOfArticle()
  if (!select) return
  select.value = to
  select.dispatchEvent(new Event('change', { bubbles: true }))
  const act = select.closest('details')
  if (act) act.open = true
  act?.scrollIntoView({ block: 'nearest' })
  select.form?.requestSubmit()
}

function sendOfCard(article: string, to: string): void {
  const card = document.querySelector(`[data-card="${CSS.escape(article)}"]`)
  const button = card?.querySelector<HTMLButtonElement>(`${moveButton}[value="${CSS.escape(to)}"]`)
  const note = button?.form?.querySelector('textarea')
  // A text goes back to its writer with a word why.
  if (button && note && !button.formNoValidate && note.value.trim() === '') {
    const menu = button.closest('details')
    if (menu) menu.open = true
    note.focus()
  } else button?.click()
}
