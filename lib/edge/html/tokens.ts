/** HTML cut into tags and what lies between them, well enough to drop elements: nothing is repaired or nested. */
export type Token =
  | { readonly kind: 'text'; readonly raw: string }
  /** Comments, also the bogus kinds (`<?…>`, `</ …>`) that browsers turn into comments. */
  | { readonly kind: 'comment'; readonly raw: string }
  | { readonly kind: 'doctype'; readonly raw: string }
  | { readonly kind: 'start'; readonly raw: string; readonly name: string; readonly attributes: Attributes }
  | { readonly kind: 'end'; readonly raw: string; readonly name: string }
  /** An element whose content the parser takes as text, from start tag to end tag. */
  | {
      readonly kind: 'raw-element'
      readonly open: string
      readonly content: string
      readonly close: string
      readonly name: string
      readonly attributes: Attributes
    }

export type Attributes = ReadonlyMap<string, string>

// HTML Standard 13.1.2: raw text and escapable raw text elements. `noscript` is not one where scripting is off.
const rawNames = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'noembed', 'noframes', 'xmp'])
// Inside these, only `script` and `style` need care; `title` holds ordinary markup (13.2.6.5, foreign content).
const foreignNames = new Set(['svg', 'math'])

export function* tokens(html: string): Generator<Token> {
  let at = 0
  let foreignDepth = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1) return yield { kind: 'text', raw: html.slice(at) }
    const token = tokenAt(html, open)
    if (!token) {
      const next = html.indexOf('<', open + 1)
      const end = next === -1 ? html.length : next
      yield { kind: 'text', raw: html.slice(at, end) }
      at = end
      continue
    }
    if (open > at) yield { kind: 'text', raw: html.slice(at, open) }
    at = open + token.raw.length
    if (token.kind === 'start' && isRaw(token.name, foreignDepth)) {
      const element = rawElement(html, at, token)
      at += element.content.length + element.close.length
      yield element
      continue
    }
    if (token.kind === 'start' && foreignNames.has(token.name) && !token.raw.endsWith('/>')) foreignDepth += 1
    if (token.kind === 'end' && foreignNames.has(token.name)) foreignDepth = Math.max(0, foreignDepth - 1)
    yield token
  }
}

type MarkupToken = Exclude<Token, { kind: 'text' | 'raw-element' }>

function isRaw(name: string, foreignDepth: number): boolean {
  return foreignDepth === 0 ? rawNames.has(name) : name === 'script' || name === 'style'
}

/** The tag or comment that begins at `open`; null where `<` is only a character. */
function tokenAt(html: string, open: number): MarkupToken | null {
  const next = html.charCodeAt(open + 1)
  if (next === 0x21) return declarationAt(html, open)
  if (next === 0x3f) return { kind: 'comment', raw: upTo(html, open, '>') }
  if (next === 0x2f) {
    if (isLetter(html.charCodeAt(open + 2))) {
      const { end, name } = tagAt(html, open + 2)
      return { kind: 'end', raw: html.slice(open, end), name }
    }
    return open + 2 < html.length ? { kind: 'comment', raw: upTo(html, open, '>') } : null
  }
  if (!isLetter(next)) return null
  const { end, name, attributes } = tagAt(html, open + 1)
  return { kind: 'start', raw: html.slice(open, end), name, attributes }
}

function declarationAt(html: string, open: number): MarkupToken {
  if (html.startsWith('<!--', open)) {
    // 13.2.5.43: these two end at once.
    for (const short of ['<!-->', '<!--->']) if (html.startsWith(short, open)) return { kind: 'comment', raw: short }
    const end = /--!?>/g
    end.lastIndex = open + 4
    return { kind: 'comment', raw: html.slice(open, end.exec(html) ? end.lastIndex : html.length) }
  }
  const raw = upTo(html, open, '>')
  return /^<!doctype/i.test(raw) ? { kind: 'doctype', raw } : { kind: 'comment', raw }
}

function upTo(html: string, from: number, mark: string): string {
  const end = html.indexOf(mark, from)
  return html.slice(from, end === -1 ? html.length : end + mark.length)
}

const nameShape = /[^\s/>]+/y
const attributeShape = /[\s/]*(?:([^\s/>=][^\s/>=]*|=[^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)?))?)/y

/** Reads a tag's name and attributes from `at`; a tag cut off by the end of the text reaches to its end. */
function tagAt(html: string, at: number): { end: number; name: string; attributes: Attributes } {
  nameShape.lastIndex = at
  const name = nameShape.exec(html)?.[0] ?? ''
  const attributes = new Map<string, string>()
  let end = at + name.length
  for (;;) {
    attributeShape.lastIndex = end
    const match = attributeShape.exec(html)
    if (!match?.[1]) break
    const attribute = match[1].toLowerCase()
    // The first of two equal names counts (13.2.5.33).
    if (!attributes.has(attribute)) attributes.set(attribute, match[2] ?? match[3] ?? match[4] ?? '')
    end = attributeShape.lastIndex
  }
  const close = html.indexOf('>', end)
  return { end: close === -1 ? html.length : close + 1, name: name.toLowerCase(), attributes }
}

function rawElement(html: string, at: number, start: Extract<Token, { kind: 'start' }>) {
  const end = new RegExp(`</${start.name}(?=[\\t\\n\\f\\r />])[^>]*>?`, 'gi')
  end.lastIndex = at
  const match = end.exec(html)
  const stop = match ? match.index : html.length
  return {
    kind: 'raw-element' as const,
    open: start.raw,
    content: html.slice(at, stop),
    close: match?.[0] ?? '',
    name: start.name,
    attributes: start.attributes,
  }
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}
