import { addressOfShortcode } from '../body/embed-of.ts'
import { escaped } from '../reading/xml-units.ts'
import type { Lose } from '../source-item.ts'
import { galleryHtml, type WordPressParts } from './gallery.ts'

type Attributes = Readonly<Record<string, string>>
type Shortcode = { readonly name: string; readonly attributes: Attributes; readonly inner: string | null }
type Writer = (code: Shortcode, parts: WordPressParts, lose: Lose) => string

/** Square brackets of editors ("[sic]", "[to us]") stay text: a shortcode has attributes, an end, or a name that is known. */
const opening = /\[(\[?)([a-z][a-z0-9_-]*)((?:[\s=][^[\]]*)?)\](\]?)/gi
/** A longer text between two shortcodes of one name is two shortcodes. */
const farthestEnd = 200_000

/** Text with WordPress's shortcodes written out as HTML; unknown ones are lost, the words between them are not. */
export function withoutShortcodes(text: string, parts: WordPressParts, lose: Lose, depth = 0): string {
  if (!text.includes('[') || depth > 8) return text
  let written = ''
  let at = 0
  const ends = endsOf(text)
  opening.lastIndex = 0
  const pattern = new RegExp(opening)
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, escapeStart = '', name = '', rest = '', escapeEnd = ''] = match
    const start = match.index
    if (escapeStart && escapeEnd) {
      written += text.slice(at, start) + whole.slice(1, -1)
      at = start + whole.length
      continue
    }
    const from = start + whole.length
    const key = name.toLowerCase()
    const isClosed = rest.trimEnd().endsWith('/')
    const end = isClosed ? -1 : nextEnd(ends.get(key), from)
    const attributes = attributesOf(rest.replace(/\/\s*$/, ''))
    if (!isShortcode(key, attributes, end >= 0)) continue
    const inner = end >= 0 ? text.slice(from, end) : null
    const write = writers.get(key) ?? unknown
    const html = write({ name: key, attributes, inner }, parts, lose)
    written += text.slice(at, start) + withoutShortcodes(html, parts, lose, depth + 1)
    at = end >= 0 ? end + key.length + 3 : from
    pattern.lastIndex = at
  }
  return written + text.slice(at)
}

/** Where every `[/name]` stands, found in one pass: a text of a million openings is no square of them. */
function endsOf(text: string): ReadonlyMap<string, readonly number[]> {
  const ends = new Map<string, number[]>()
  for (const match of text.matchAll(/\[\/([a-z][a-z0-9_-]*)\]/gi)) {
    const name = (match[1] ?? '').toLowerCase()
    const places = ends.get(name)
    if (places) places.push(match.index)
    else ends.set(name, [match.index])
  }
  return ends
}

function nextEnd(places: readonly number[] | undefined, from: number): number {
  if (!places) return -1
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  const found = places[low] ?? -1
  return found >= 0 && found - from < farthestEnd ? found : -1
}

function isShortcode(name: string, attributes: Attributes, hasEnd: boolean): boolean {
  return writers.has(name) || hasEnd || name.includes('_') || Object.keys(attributes).some((key) => !/^\d+$/.test(key))
}

/** A Map: a name in brackets that is also one of JavaScript's own finds no writer. */
const writers: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['caption', caption],
  ['wp_caption', caption],
  ['gallery', ({ attributes }, parts, lose) => galleryHtml(idsOf(attributes, parts, isPicture), parts, lose)],
  ['playlist', playlist],
  ['embed', ({ attributes, inner }) => embedHtml((inner ?? '').trim() || attributes.src || '')],
  ['audio', media],
  ['video', media],
  ['footnote', ({ inner }) => ` (${inner ?? ''})`],
  ...['youtube', 'vimeo', 'dailymotion', 'tweet', 'instagram', 'soundcloud', 'facebook', 'tiktok', 'googlemaps'].map(
    (name): [string, Writer] => [name, service],
  ),
])

const unknown: Writer = ({ name, attributes, inner }, _, lose) => {
  const words = Object.entries(attributes).map(([key, value]) => (/^\d+$/.test(key) ? value : `${key}="${value}"`))
  lose('shortcode', `[${[name, ...words].join(' ')}]`.slice(0, 300))
  return inner ?? ''
}

function caption({ attributes, inner }: Shortcode): string {
  const [, image = '', rest = ''] =
    /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inner ?? '') ?? []
  const words = attributes.caption ? escaped(attributes.caption) : rest.trim()
  return image ? `<figure>${image}<figcaption>${words}</figcaption></figure>` : (inner ?? '')
}

function service(code: Shortcode, _: WordPressParts, lose: Lose): string {
  const { attributes, inner, name } = code
  const value = attributes.url ?? attributes.src ?? attributes.id ?? attributes[0] ?? inner ?? ''
  // [youtube=https://…] of old WordPress.com
  const address = addressOfShortcode(name, value.replace(/^=/, '').trim())
  return address ? embedHtml(address) : unknown(code, _, lose)
}

function media({ name, attributes, inner }: Shortcode, parts: WordPressParts): string {
  const formats = ['src', 'mp3', 'm4a', 'ogg', 'wav', 'mp4', 'm4v', 'webm', 'ogv', 'flv']
  const named = formats.map((format) => attributes[format]).find(Boolean) ?? attributes[0]
  // One that names nothing plays what was uploaded to the article.
  const uploaded = idsOf({}, parts, name === 'video' ? isFilm : isSound).map((id) => parts.attachment(id)?.url)[0]
  const source = named ?? uploaded ?? ''
  return `<${name} src="${escaped(source)}"></${name}>${inner ?? ''}`
}

function playlist({ attributes }: Shortcode, parts: WordPressParts, lose: Lose): string {
  lose('player', `playlist ${attributes.ids ?? ''}`.trim())
  const isWanted = attributes.type === 'video' ? isFilm : isSound
  return idsOf(attributes, parts, isWanted)
    .flatMap((id) => parts.attachment(id)?.url ?? [])
    .map(linkHtml)
    .join('')
}

/** Those that are named, else what was uploaded to the article, without those that are left out by name. */
function idsOf(attributes: Attributes, parts: WordPressParts, isWanted: (url: string) => boolean): readonly string[] {
  const named = numbersIn(attributes.ids ?? attributes.include)
  if (named.length > 0) return named
  const without = new Set(numbersIn(attributes.exclude))
  return parts.uploads.filter((id) => !without.has(id) && isWanted(parts.attachment(id)?.url ?? ''))
}

function numbersIn(text = ''): readonly string[] {
  return text.split(/[\s,]+/).filter(Boolean)
}

function isPicture(url: string): boolean {
  return /\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|bmp)$/i.test(url)
}

function isSound(url: string): boolean {
  return /\.(?:mp3|m4a|ogg|oga|wav|flac|aac|wma)$/i.test(url)
}

function isFilm(url: string): boolean {
  return /\.(?:mp4|m4v|webm|ogv|mov|wmv|avi|flv|mkv|3gp)$/i.test(url)
}

function embedHtml(url: string): string {
  return url ? `<masthead-embed src="${escaped(url)}"></masthead-embed>` : ''
}

function linkHtml(url: string): string {
  return `<masthead-link src="${escaped(url)}"></masthead-link>`
}

/** `name="value"`, `name='value'`, `name=value`; a value without a name is counted from 0. Typographic quotes come from old themes. */
function attributesOf(text: string): Attributes {
  const plain = text
    .replace(/[“”″]/g, '"')
    .replace(/&quot;/g, '"')
    .replace(/[‘’′]/g, "'")
  const attributes: Record<string, string> = {}
  let unnamed = 0
  for (const match of plain.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|([^\s"']+)/g)) {
    const [, name, double, single, bare, quoted, word] = match
    if (name) attributes[name.toLowerCase()] = double ?? single ?? bare ?? ''
    else attributes[String(unnamed++)] = quoted ?? word ?? ''
  }
  return attributes
}
