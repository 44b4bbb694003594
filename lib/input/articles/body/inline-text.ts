import type { Nodes, PhrasingContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

/** A mark as text files write it: articles are named by their family, their ids come later. */
export type TextMark =
  | { readonly kind: 'strong' }
  | { readonly kind: 'emphasis' }
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'family-link'; readonly family: string }
  | { readonly kind: 'language'; readonly lang: string }

export type TextRun = { readonly text: string; readonly marks: readonly TextMark[] }

/** Text that holds more than emphasis, strong, links and `<span lang>`. */
export class InlineTextError extends Error {}

/** One line of CommonMark inline text as runs. Throws InlineTextError for what has no place in a line of an article. */
export function parseInlineText(text: string): readonly TextRun[] {
  const tree = fromMarkdown(text.trim(), { extensions: [{ disable: { null: blockConstructs } }] })
  const [paragraph, ...more] = tree.children
  if (paragraph?.type !== 'paragraph' || more.length > 0) throw new InlineTextError('is not one line of text')
  return joined(runsOf(paragraph.children, []))
}

// "1990. A year" is a sentence here, not a list that starts at 1990.
const blockConstructs = [
  'list',
  'headingAtx',
  'setextUnderline',
  'codeIndented',
  'codeFenced',
  'blockQuote',
  'thematicBreak',
  'htmlFlow',
  'definition',
]

function runsOf(nodes: readonly PhrasingContent[], marks: readonly TextMark[]): readonly TextRun[] {
  const runs: TextRun[] = []
  const languages: TextMark[] = []
  for (const node of nodes) {
    const here = [...marks, ...languages]
    switch (node.type) {
      case 'text':
        runs.push({ text: node.value.replace(/\s*\n\s*/g, ' '), marks: here })
        break
      case 'strong':
      case 'emphasis':
        runs.push(...runsOf(node.children, [...here, { kind: node.type }]))
        break
      case 'link':
        runs.push(...runsOf(node.children, [...here, linkMark(node.url)]))
        break
      case 'html':
        if (node.value === '</span>') {
          if (!languages.pop()) throw new InlineTextError('closes a span that is not open')
        } else languages.push(languageMark(node.value))
        break
      default:
        throw new InlineTextError(`holds ${nameOf(node)}, which has no place in a line`)
    }
  }
  if (languages.length > 0) throw new InlineTextError('leaves a span open')
  return runs
}

function linkMark(url: string): TextMark {
  const family = /^article:(.+)$/.exec(url)?.[1]
  return family ? { kind: 'family-link', family } : { kind: 'link', href: url }
}

function languageMark(html: string): TextMark {
  const lang = /^<span lang="([A-Za-z0-9-]+)">$/.exec(html)?.[1]
  if (!lang) throw new InlineTextError(`holds ${html}: only <span lang="…"> is allowed`)
  return { kind: 'language', lang }
}

/** Neighbours with the same marks are one run. */
function joined(runs: readonly TextRun[]): readonly TextRun[] {
  const result: TextRun[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last && JSON.stringify(last.marks) === JSON.stringify(run.marks))
      result[result.length - 1] = { text: last.text + run.text, marks: last.marks }
    else if (run.text !== '') result.push(run)
  }
  return result
}

function nameOf(node: Nodes): string {
  return node.type === 'break' ? 'a forced line break' : `“${node.type}”`
}
