import { jsonList, jsonMembers, jsonWord } from '../reading/json-word.ts'
import { escaped } from '../reading/xml-units.ts'
import type { Lose } from '../source-item.ts'
import { galleryHtml, type WordPressParts } from './gallery.ts'
import { withParagraphs } from './paragraphs.ts'
import { withoutShortcodes } from './shortcodes.ts'

/** Patterns may hold patterns; a circle of them ends here. */
const deepestPattern = 4

/** Post content as the plain HTML that a theme would have printed: blocks, shortcodes and blank lines resolved. */
export function wordPressHtml(content: string, parts: WordPressParts, lose: Lose, depth = 0): string {
  const text = content.replace(/\r\n?/g, '\n')
  const pieces = piecesOf(text).map((piece) => {
    if (piece.kind === 'markup') return withoutShortcodes(piece.text, parts, lose)
    if (piece.kind === 'classic') return withParagraphs(withoutShortcodes(piece.text, parts, lose))
    return dynamicBlock(piece, parts, lose, depth)
  })
  return pieces.join('')
}

type Dynamic = {
  readonly kind: 'dynamic'
  readonly name: string
  readonly attributes: Readonly<Record<string, unknown>>
}
type Piece =
  | { readonly kind: 'classic'; readonly text: string }
  | { readonly kind: 'markup'; readonly text: string }
  | Dynamic

/** Block delimiters are comments; what stands outside of all blocks is from before there were any (one walk, no backtracking). */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  const open: string[] = []
  // How many of those that are open are blocks with markup of their own.
  let inBlocks = 0
  const add = (piece: string) => {
    if (piece) pieces.push({ kind: inBlocks === 0 ? 'classic' : 'markup', text: piece })
  }
  let at = 0
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start)
    if (end < 0) break
    const comment = text.slice(start + 4, end).trim()
    const [delimiter = '', closes, name] = /^(\/?)wp:([\w/-]*[\w-])/.exec(comment) ?? []
    const rest = comment.slice(delimiter.length).trim()
    add(text.slice(at, start))
    at = end + 3
    if (!name) continue
    if (closes) inBlocks -= Number(isBlock(open.pop()))
    else if (rest.endsWith('/')) pieces.push({ kind: 'dynamic', name, attributes: attributesOf(rest.slice(0, -1)) })
    else {
      open.push(name)
      inBlocks += Number(isBlock(name))
    }
  }
  add(text.slice(at))
  return pieces
}

/** The classic editor's block holds text from before there were blocks. */
function isBlock(name: string | undefined): boolean {
  return name !== undefined && name !== 'freeform' && name !== 'core/freeform'
}

function attributesOf(json: string): Readonly<Record<string, unknown>> {
  try {
    return jsonMembers(JSON.parse(json.trim() || '{}'))
  } catch {
    return {}
  }
}

/** Blocks that say nothing by themselves. */
const silent: ReadonlySet<string> = new Set(['more', 'nextpage', 'spacer', 'core/spacer', 'core/more', 'core/nextpage'])

/** A block without markup of its own: the server made it, and here its attributes are all there is. */
function dynamicBlock({ name, attributes }: Dynamic, parts: WordPressParts, lose: Lose, depth: number): string {
  const plainName = name.replace(/^core\//, '')
  if (silent.has(name)) return ''
  if (plainName === 'separator') return '<hr>'
  if (plainName === 'block') {
    const pattern = depth < deepestPattern ? parts.pattern(jsonWord(attributes.ref)) : null
    if (pattern !== null) return wordPressHtml(pattern, parts, lose, depth + 1)
  }
  if (plainName === 'footnotes' && parts.footnotes.length > 0)
    return `<ol>${parts.footnotes.map((note) => `<li>${note}</li>`).join('')}</ol>`
  if (plainName === 'social-link' || plainName === 'navigation-link') {
    const url = jsonWord(attributes.url)
    const label = jsonWord(attributes.label) || jsonWord(attributes.service) || url
    if (url) return `<p><a href="${escaped(url)}">${escaped(label)}</a></p>`
  }
  if (plainName === 'gallery' && Array.isArray(attributes.ids))
    return galleryHtml(jsonList(attributes.ids).map(jsonWord), parts, lose)
  if (plainName === 'embed' || name.startsWith('core-embed/'))
    return `<masthead-embed src="${escaped(jsonWord(attributes.url))}"></masthead-embed>`
  lose('no-equivalent', `wp:${name}`)
  return ''
}
