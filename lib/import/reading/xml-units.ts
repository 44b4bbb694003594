import { SaxesParser } from 'saxes'
import { FileRefusal } from '../file-refusal.ts'
import { decodeFile } from './decode-file.ts'

/** An element with all below it, in the order of the file. Names keep their prefix: `wp:post_id`. */
export type XmlNode = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlNode | string)[]
}

/** A whole element right below the channel of RSS, or below the root of Atom and RSS 1.0. */
export type XmlUnit = XmlNode & {
  /** It was so long that its text was thrown away. */
  readonly isTooLong: boolean
}

/** An article of this length is a book; what is longer is a backup that went into the wrong field. */
const longestUnit = 16 * 1024 * 1024
/** What an element costs beside its text: a unit of nothing but empty ones ends as well. */
const elementLength = 32
/** Of comments only their number comes along. */
const countedOnly = 'wp:comment'
/** Without one event for so long, the file holds a text that nobody means as one. */
const longestSilence = 32 * 1024 * 1024
const deepest = 200
const mostWaiting = 10_000

// biome-ignore lint/suspicious/noControlCharactersInRegex: no XML may hold them, and exports of old databases do
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** The same, written as numbers: every parser stops there. */
const unprintableReference = /&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef]));/gi
/** A reference that the end of a part cuts in two. */
const openReference = /&(?:#\w{0,12})?$/

function printable(text: string): string {
  return text.replaceAll(unprintable, '').replaceAll(unprintableReference, '')
}

type Open = { name: string; attributes: Readonly<Record<string, string>>; children: (Open | string)[] }

const none: Readonly<Record<string, string>> = {}

/**
 * The units of a file, one in memory at a time. Refuses a DOCTYPE before it means anything (entities grow from there), and broken
 * markup where it breaks.
 */
export async function* readXmlUnits(path: string, encoding: string): AsyncGenerator<XmlUnit> {
  const reader = new UnitReader()
  let cut = ''
  for await (const part of decodeFile(path, encoding)) {
    const text = cut + part
    cut = openReference.exec(text)?.[0] ?? ''
    reader.write(printable(text.slice(0, text.length - cut.length)))
    yield* reader.take()
  }
  reader.write(printable(cut))
  reader.end()
  yield* reader.take()
}

/** One pass of a parser that calls back, turned into units that wait to be taken. */
class UnitReader {
  private readonly parser = new SaxesParser()
  private readonly path: Open[] = []
  private waiting: XmlUnit[] = []
  private depth = 0
  private unitDepth = 2
  private length = 0
  private silence = 0
  /** How deep inside of what is only counted. */
  private unread = 0

  constructor() {
    const { parser } = this
    parser.on('error', (error) => {
      throw new FileRefusal('broken-xml', error.message)
    })
    parser.on('doctype', () => {
      throw new FileRefusal('doctype', `line ${parser.line}`)
    })
    parser.on('opentag', ({ name, attributes }) => this.open(name, attributes))
    parser.on('text', (text) => this.text(text))
    parser.on('cdata', (text) => this.text(text))
    parser.on('closetag', () => this.close())
  }

  write(part: string): void {
    this.silence += part.length
    this.parser.write(part)
    if (this.silence > longestSilence) throw new FileRefusal('endless-text', `line ${this.parser.line}`)
  }

  end(): void {
    this.parser.close()
  }

  take(): readonly XmlUnit[] {
    const taken = this.waiting
    this.waiting = []
    return taken
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.silence = 0
    this.depth++
    if (this.depth === 1) this.unitDepth = name === 'rss' ? 3 : 2
    if (this.depth > deepest) throw new FileRefusal('broken-xml', `elements ${deepest} deep`)
    if (this.depth < this.unitDepth) return
    if (this.depth === this.unitDepth) this.length = 0
    const names = Object.keys(attributes)
    // The parser's own objects are ten times as large as an empty one.
    const node: Open = { name, attributes: names.length > 0 ? { ...attributes } : none, children: [] }
    if (this.unread === 0) {
      this.length += name.length + elementLength
      for (const one of names) this.length += one.length + (attributes[one]?.length ?? 0)
      if (this.length <= longestUnit) this.path.at(-1)?.children.push(node)
    }
    if (this.unread > 0 || name === countedOnly) this.unread++
    this.path.push(node)
  }

  private text(text: string): void {
    this.silence = 0
    if (this.unread > 0) return
    this.length += text.length
    if (this.length <= longestUnit) this.path.at(-1)?.children.push(text)
  }

  private close(): void {
    this.silence = 0
    const node = this.path.pop()
    this.depth--
    if (this.unread > 0) this.unread--
    if (!node || this.path.length > 0) return
    if (this.waiting.length > mostWaiting) throw new FileRefusal('broken-xml', 'too many empty elements')
    this.waiting.push({ ...node, isTooLong: this.length > longestUnit })
  }
}

export function childrenNamed(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child): child is XmlNode => typeof child !== 'string' && child.name === name)
}

/** All text of the first child of this name, empty where there is none. */
export function textOf(node: XmlNode, name: string): string {
  const [child] = childrenNamed(node, name)
  return child ? allText(child).trim() : ''
}

export function allText(node: XmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : allText(child))).join('')
}

/** What is below an element, as markup again: the XHTML of Atom. */
export function innerMarkup(node: XmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? escaped(child) : markupOf(child))).join('')
}

function markupOf(node: XmlNode): string {
  const name = node.name.replace(/^.*:/, '')
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const isVoid = /^(?:br|hr|img|input|col|source|embed|wbr)$/i.test(name)
  return `<${name}${attributes.join('')}>${isVoid ? '' : `${innerMarkup(node)}</${name}>`}`
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
