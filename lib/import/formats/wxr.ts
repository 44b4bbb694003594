import { readZonedTime } from '#lib/domain/publishing/zoned-time.ts'
import type { FileHead } from '../reading/decode-file.ts'
import { type Lookup, openLookup } from '../reading/lookup.ts'
import { allText, childrenNamed, readXmlUnits, textOf, type XmlNode } from '../reading/xml-units.ts'
import type { SkippedItem, Source, SourceItem, SourcePicture } from '../source-item.ts'
import { wordPressHtml } from '../wordpress/block-comments.ts'
import type { WordPressParts } from '../wordpress/gallery.ts'
import { filePath, namedFiles } from '../wordpress/named-files.ts'
import { dateIn } from './date-in.ts'
import { plainWords } from './plain-words.ts'
import { siteKey } from './site-key.ts'
import {
  authorsOf,
  footnotesOf,
  formerAddressesOf,
  lossesOf,
  metaOf,
  noteAuthor,
  noteGuestAuthor,
  noteTerm,
  searchTextOf,
  topicsOf,
} from './wxr-parts.ts'

/** Types that are articles and pages to readers. */
const taken: ReadonlySet<string> = new Set(['post', 'page'])
/** Parts of those two, not things of their own. Guest authors are of Co-Authors Plus. */
const parts: ReadonlySet<string> = new Set(['attachment', 'wp_block', 'guest-author'])
const termUnits: ReadonlySet<string> = new Set(['wp:category', 'wp:tag', 'wp:term'])

/** WordPress eXtended RSS 1.0 to 1.2, as Tools → Export writes it. */
export async function openWxr(path: string, head: FileHead, timeZone: string): Promise<Source> {
  const lookup = openLookup()
  const site = { title: '', url: '', description: '' }
  let total = 0
  for await (const unit of readXmlUnits(path, head.encoding)) {
    if (unit.name === 'title') site.title = allText(unit).trim()
    if (unit.name === 'wp:base_blog_url' || (unit.name === 'link' && !site.url)) site.url = allText(unit).trim()
    if (unit.name === 'description') site.description = plainWords(allText(unit))
    if (unit.name === 'wp:author') noteAuthor(lookup, unit)
    if (termUnits.has(unit.name)) noteTerm(lookup, unit)
    if (unit.name !== 'item') continue
    const type = textOf(unit, 'wp:post_type')
    if (taken.has(type)) total++
    if (type === 'attachment') noteAttachment(lookup, unit)
    if (type === 'guest-author') noteGuestAuthor(lookup, unit)
    if (type === 'wp_block') {
      lookup.put('pattern', textOf(unit, 'wp:post_id'), textOf(unit, 'content:encoded'))
      noteFiles(lookup, textOf(unit, 'content:encoded'))
    }
    if (taken.has(type)) noteFilesOf(lookup, unit)
  }
  return {
    ...{
      format: 'wxr',
      key: siteKey(site.url, site.title),
      title: site.title,
      url: site.url || null,
      total,
      losses: [],
    },
    items: async function* () {
      for await (const unit of readXmlUnits(path, head.encoding)) {
        const isItem = unit.name === 'item' && !parts.has(textOf(unit, 'wp:post_type'))
        if (isItem) yield itemOf(unit, { lookup, timeZone, site })
      }
      yield* unusedFiles(lookup)
    },
    plainHtml: (item, lose) => wordPressHtml(item.html, partsOf(item, lookup), lose),
    close: lookup.close,
  }
}

function partsOf(item: SourceItem, lookup: Lookup): WordPressParts {
  return {
    attachment: (id) => (lookup.find('attachment', id) as SourcePicture | undefined) ?? null,
    uploads: (lookup.list('upload', item.foreignId) as Upload[])
      .toSorted((a, b) => a.order - b.order)
      .map(({ id }) => id),
    pattern: (id) => (lookup.find('pattern', id) as string | undefined) ?? null,
    footnotes: (lookup.find('footnotes', item.foreignId) ?? []) as readonly string[],
  }
}

type Upload = { readonly id: string; readonly order: number }

function noteAttachment(lookup: Lookup, unit: XmlNode): void {
  const id = textOf(unit, 'wp:post_id')
  const parent = textOf(unit, 'wp:post_parent')
  const picture = pictureOf(unit)
  lookup.put('attachment', id, picture)
  // By its place as well: articles name files by number or by address.
  const file = filePath(picture.url)
  const title = plainWords(textOf(unit, 'title'))
  if (file) lookup.put('file', file, { id, url: picture.url, title, parent } satisfies LibraryFile)
  const upload: Upload = { id, order: Number(textOf(unit, 'wp:menu_order')) || 0 }
  if (parent !== '' && parent !== '0') lookup.put('upload', parent, upload)
}

function pictureOf(unit: XmlNode): SourcePicture {
  const alt = metaOf(unit, '_wp_attachment_image_alt')
  return {
    url: textOf(unit, 'wp:attachment_url') || textOf(unit, 'guid'),
    alt: plainWords(alt),
    caption: plainWords(textOf(unit, 'excerpt:encoded')),
  }
}

/** Which files an article or a page names: what is left afterwards belongs to none. */
function noteFilesOf(lookup: Lookup, unit: XmlNode): void {
  const text = contentOf(unit, 'content:encoded')
  noteFiles(lookup, text)
  const thumbnail = metaOf(unit, '_thumbnail_id')
  if (thumbnail) lookup.put('named-id', thumbnail, true)
  // A gallery that names nothing shows what was uploaded to its article.
  if (/\[gallery(?![^\]]{0,500}\b(?:ids|include)=)/.test(text)) lookup.put('gallery', textOf(unit, 'wp:post_id'), true)
}

function noteFiles(lookup: Lookup, text: string): void {
  const { ids, paths } = namedFiles(text)
  for (const id of ids) lookup.put('named-id', id, true)
  for (const path of paths) lookup.put('named-file', path, true)
}

/** Files of the library that no article and no page names stay where they are, each with a line of the report. */
function* unusedFiles(lookup: Lookup): Generator<SkippedItem> {
  for (const { value } of lookup.without('file', 'named-file')) {
    const { id, url, title, parent } = value as LibraryFile
    if (lookup.find('named-id', id) || (parent && lookup.find('gallery', parent))) continue
    yield { kind: 'skipped', type: url, label: `${title || 'attachment'} (${id})`, loss: 'file-unused' }
  }
}

type LibraryFile = { readonly id: string; readonly url: string; readonly title: string; readonly parent: string }

type Reading = {
  readonly lookup: Lookup
  readonly timeZone: string
  readonly site: { readonly title: string; readonly description: string }
}

function itemOf(
  unit: XmlNode & { readonly isTooLong: boolean },
  { lookup, timeZone, site }: Reading,
): SourceItem | SkippedItem {
  const type = textOf(unit, 'wp:post_type')
  const status = textOf(unit, 'wp:status')
  const foreignId = textOf(unit, 'wp:post_id') || textOf(unit, 'guid')
  const title = plainWords(textOf(unit, 'title'))
  const label = `${title || type} (${foreignId})`
  if (!taken.has(type)) return { kind: 'skipped', type: type || 'item', label }
  if (['trash', 'auto-draft', 'inherit'].includes(status)) return { kind: 'skipped', type: status, label }
  if (unit.isTooLong) return { kind: 'skipped', type: 'too-large', label }
  const footnotes = footnotesOf(unit)
  if (footnotes.length > 0 && !lookup.find('footnotes', foreignId)) lookup.put('footnotes', foreignId, footnotes)
  const publishedAt = dateOf(unit, 'wp:post_date', timeZone) ?? dateIn(textOf(unit, 'pubDate'))
  const heldBack = heldBackOf(unit, status, publishedAt)
  const thumbnail = metaOf(unit, '_thumbnail_id')
  const excerpt = plainWords(textOf(unit, 'excerpt:encoded'))
  const authors = authorsOf(unit, lookup)
  const forSearch = searchTextOf(unit, {
    ...{ title, excerpt, author: authors[0]?.name ?? '' },
    ...{ siteTitle: plainWords(site.title), siteDescription: site.description },
  })
  return {
    ...{ kind: type === 'page' ? 'page' : 'article', foreignId, title, heldBack, publishedAt },
    slug: textOf(unit, 'wp:post_name'),
    address: textOf(unit, 'link') || null,
    formerAddresses: formerAddressesOf(unit),
    html: contentOf(unit, 'content:encoded'),
    excerpt,
    description: forSearch.description,
    changedAt: dateOf(unit, 'wp:post_modified', timeZone),
    authors,
    topics: topicsOf(unit, lookup),
    picture: thumbnail ? ((lookup.find('attachment', thumbnail) as SourcePicture | undefined) ?? null) : null,
    comments: childrenNamed(unit, 'wp:comment').length,
    losses: [...lossesOf(unit), ...forSearch.losses],
  }
}

function contentOf(unit: XmlNode, name: string): string {
  const [node] = childrenNamed(unit, name)
  return node ? allText(node) : ''
}

/** Only what everybody could read is public here as well. */
function heldBackOf(unit: XmlNode, status: string, publishedAt: Date | null): string | null {
  if (textOf(unit, 'wp:post_password')) return 'password'
  if (status === 'publish') return publishedAt ? null : 'no date'
  if (status === 'future') return `scheduled ${publishedAt?.toISOString() ?? ''}`.trim()
  return status || 'draft'
}

/** `…_gmt` where it is one; else the local time, read in the zone of the edition. */
function dateOf(unit: XmlNode, name: string, timeZone: string): Date | null {
  const [, gmtDay, gmtTime] = stamp.exec(textOf(unit, `${name}_gmt`)) ?? []
  if (gmtDay) return dateIn(`${gmtDay}T${gmtTime}Z`)
  const [, day, time] = stamp.exec(textOf(unit, name)) ?? []
  const local = day && time ? readZonedTime(`${day}T${time.slice(0, 5)}`, timeZone) : null
  if (local?.kind === 'moment') return local.at
  return local?.kind === 'overlap' ? local.first : null
}

const stamp = /^((?!0000)\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/
