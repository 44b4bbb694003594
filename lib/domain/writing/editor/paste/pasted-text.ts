import type { Inline, Mark, Run } from '#lib/domain/text/body.ts'
import { canonicalInline } from '../document.ts'
import { cleanHref } from './clean-href.ts'
import { attribute, nameOf, type PastedNode, styleOf } from './pasted-node.ts'

/** Marks that an element puts on its text, beside those around it. Its own style wins over its name: Google Docs wraps all in `<b style="font-weight:normal">`. */
export function marksWithin(node: PastedNode, around: readonly Mark[]): readonly Mark[] {
  const name = nameOf(node)
  let marks = toggle(
    around,
    { kind: 'strong' },
    weightOf(styleOf(node, 'font-weight')) ?? (strongNames.has(name) || null),
  )
  marks = toggle(marks, { kind: 'emphasis' }, slantOf(styleOf(node, 'font-style')) ?? (emphasisNames.has(name) || null))
  if (name !== 'a') return marks
  const href = cleanHref(attribute(node, 'href'))
  return href ? [...marks.filter((mark) => mark.kind !== 'link'), { kind: 'link', href }] : marks
}

/** Text as it stands in markup: spaces and line ends are one space, what can't be seen or printed is gone. */
export function pastedText(text: string): string {
  return text
    .toWellFormed()
    .replace(invisible, '')
    .replace(/[\t\n\r\f ]+/g, ' ')
}

/** Runs of one block: single spaces, none at its ends. Null when nothing is left. */
export function blockText(runs: readonly Run[]): Inline | null {
  const spaced: Run[] = []
  let endsInSpace = true
  for (const run of runs) {
    // Word and browsers put no-break spaces where two spaces were; one between words may be meant.
    let text = run.text.replace(/[ \u00a0]{2,}/g, ' ')
    if (endsInSpace) text = text.replace(/^[ \u00a0]+/, '')
    if (text === '') continue
    endsInSpace = /[ \u00a0]$/.test(text)
    spaced.push({ ...run, text })
  }
  for (let last = spaced.at(-1); last; last = spaced.at(-1)) {
    const text = last.text.replace(/[ \u00a0]+$/, '')
    spaced.pop()
    if (text === '') continue
    spaced.push({ ...last, text })
    break
  }
  const content = canonicalInline(spaced)
  return content.length > 0 ? content : null
}

/** Soft hyphens, zero-width spaces, byte-order marks, controls. Joiners stay: Persian needs them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const invisible = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\u200b\ufeff\ufffe\uffff]/g

const strongNames: ReadonlySet<string> = new Set(['b', 'strong'])
const emphasisNames: ReadonlySet<string> = new Set(['i', 'em', 'cite', 'dfn'])

function weightOf(weight: string): boolean | null {
  if (weight === 'normal' || weight === 'lighter') return false
  if (weight === 'bold' || weight === 'bolder') return true
  const number = Number.parseInt(weight, 10)
  return Number.isNaN(number) ? null : number >= 600
}

function slantOf(style: string): boolean | null {
  if (style === 'normal') return false
  return style === 'italic' || style.startsWith('oblique') ? true : null
}

function toggle(marks: readonly Mark[], mark: Mark, isOn: boolean | null): readonly Mark[] {
  if (isOn === null) return marks
  const others = marks.filter(({ kind }) => kind !== mark.kind)
  return isOn ? [...others, mark] : others
}
