import type { Page } from '@playwright/test'

/** More stops than any page of the newsroom has. */
const mostStops = 2_000
/** A field of day and time has a stop for each of its parts and one for its calendar. */
const partsOfDate = 6

/**
 * Walks through what is on the screen with the Tab key, once around from wherever the focus is, and says what is wrong on the way: a
 * stop that can't be seen or shows no ring, a place that the key does not leave, and what it never came to.
 */
export async function walkWithTab(page: Page): Promise<readonly string[]> {
  await page.evaluate(prepare)
  const faults: string[] = []
  let last = ''
  let stays = 0
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    const { name, fault, isOver } = await page.evaluate(look)
    if (isOver) return [...faults, ...(await page.evaluate(left))]
    stays = name === last ? stays + 1 : 0
    if (stays > partsOfDate) return [...faults, `Tab does not leave ${name}`]
    if (fault) faults.push(`${name} ${fault}`)
    last = name
  }
  return [...faults, `after ${mostStops} stops there is no end`]
}

/** Text that does not fit where it stands, and is cut for everyone. */
export async function cutText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *, dialog[open] *')]
      .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .filter((one) => one.checkVisibility() && !one.closest('.hidden-words, option, svg'))
      .filter((one) => {
        const { overflowX, display } = getComputedStyle(one)
        const isCut = overflowX === 'hidden' || overflowX === 'clip'
        return display !== 'inline' && isCut && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1
      })
      // A name that a bar shortens stands whole in what the bar's button is called.
      .filter((one) => !one.closest('[aria-label]')?.ariaLabel?.includes(one.textContent?.trim() ?? ''))
      .map((one) => `cut: “${one.textContent?.trim().slice(0, 60)}”`),
  )
}

// What follows runs in the page.

type Walked = Window & {
  walked?: { readonly seen: Set<Element>; first: Element | null; last: Element | null; rounds: number }
}

function prepare(): void {
  ;(window as Walked).walked = { seen: new Set(), first: null, last: null, rounds: 0 }
  window.scrollTo(0, 0)
}

function look(): { readonly name: string; readonly fault: string | null; readonly isOver: boolean } {
  const { walked } = window as Walked
  const stop = document.activeElement
  if (!walked || !stop || (stop === walked.first && stop !== walked.last))
    return { name: '', fault: null, isOver: true }
  // Between the end of the page and its beginning lies the browser. Wherever the walk began, it is over where it comes twice.
  if (stop === document.body || stop === document.documentElement) {
    walked.last = null
    return { name: `the browser ${walked.rounds++}`, fault: null, isOver: walked.rounds > 1 && walked.seen.size === 0 }
  }
  walked.first ??= stop
  const isInside = stop === walked.last
  walked.last = stop
  const nameOf = (one: Element) => {
    const words = one.getAttribute('aria-label') ?? one.textContent?.trim() ?? ''
    const id = one.id || one.getAttribute('name') || one.getAttribute('href') || one.className
    return `<${one.localName} ${id}> “${words.slice(0, 40)}” ${[...document.querySelectorAll('*')].indexOf(one)}`
  }
  const faultOf = (): string | null => {
    // A choice of files is shown by its label.
    const shown = stop.matches('[type=file]') ? (stop.closest('label') ?? stop) : stop
    const box = shown.getBoundingClientRect()
    if (box.width < 2 || box.height < 2) return 'has no size'
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
      return 'is off the screen'
    const rings = [stop, stop.closest('label'), stop.nextElementSibling, stop.parentElement]
    const hasRing = rings.some((one) => {
      if (!one) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
    if (!hasRing) return 'shows no ring'
    const left = Math.max(box.left, 0)
    const right = Math.min(box.right, innerWidth)
    const top = Math.max(box.top, 0)
    const bottom = Math.min(box.bottom, innerHeight)
    const points = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.2, 0.5, 0.8].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const),
    )
    const isMet = ([x, y]: readonly [number, number]) => {
      const met = document.elementFromPoint(x, y)
      return met !== null && (stop.contains(met) || met.contains(stop) || stop.closest('label')?.contains(met) === true)
    }
    return points.some(isMet) ? null : 'is covered'
  }
  walked.seen.add(stop)
  // Inside a field of day and time the browser's own parts show where one is.
  return { name: nameOf(stop), fault: isInside ? null : faultOf(), isOver: false }
}

function left(): readonly string[] {
  const { walked } = window as Walked
  const root = document.querySelector('dialog[open]:modal') ?? document
  const can = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable=true]'
  const isSameGroup = (one: Element) =>
    one instanceof HTMLInputElement &&
    one.type === 'radio' &&
    [...(walked?.seen ?? [])].some((other) => other instanceof HTMLInputElement && other.name === one.name)
  return [...root.querySelectorAll<HTMLElement>(can)]
    .filter(
      (one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled'),
    )
    .filter((one) => !walked?.seen.has(one) && !isSameGroup(one) && !one.closest('[inert], [contenteditable=true] *'))
    .map(
      (one) =>
        `never came to <${one.localName}> “${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40)}”`,
    )
}
