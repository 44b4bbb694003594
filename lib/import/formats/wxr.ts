import { readZonedTime } from '#lib/domain/publishing/zoned-time.ts'
import type { FileHead } from '../reading/decode-file.ts'
import { type Lookup, openLookup } from '../reading/lookup.ts'
import { allText, childrenNamed, readXmlUnits, textOf, type XmlNode } from '../reading/xml-units.ts'
import type { SkippedItem, Source, SourceItem, SourcePicture } from '../source-item.ts'
import { wordPressHtml } from '../wordpress/block-comments.ts'
import type { WordPressParts } from '../wordpress/gallery.ts'
import { dateIn } from './date-in.ts'
import { plainWords } from './plain-words.ts'
import { siteKey } from './site-key.ts'
import {
  authorsOf,
  descriptionOf,
  footnotesOf,
  formerAddressesOf,
  lossesOf,
  metaOf,
  noteAuthor,
  noteGuestAuthor,
  topicsOf,
} from './wxr-parts.ts'

/** Types that are articles and pages to readers. */
const taken: ReadonlySet<string> = new Set(['post', 'page'])
/** Parts of those two, not things of their own. Guest authors are of Co-Authors Plus. */
const parts: ReadonlySet<string> = new Set(['attachment', 'wp_block', 'guest-author'])

/** WordPress eXtended RSS 1.0 to 1.2, as Tools → Export writes it. */
export async function openWxr(path: string, head: FileHead, timeZone: string): Promise<Source> {
  const lookup = openLookup()
  const site = { title: '', url: '' }
  let total = 0
  for await (const unit of readXmlUnits(path, head.encoding)) {
    if (unit.name === 'title') site.title = allText(unit).trim()
    if (unit.name === 'wp:base_blog_url' || (unit.name === 'link' && !site.url)) site.url = allText(unit).trim()
    if (unit.name === 'wp:author') noteAuthor(lookup, unit)
    if (unit.name !== 'item') continue
    const type = textOf(unit, 'wp:post_type')
    if (taken.has(type)) total++
    if (type === 'attachment') noteAttachment(lookup, unit)
    if (type === 'guest-author') noteGuestAuthor(lookup, unit)
    if (type === 'wp_block') lookup.put('pattern', textOf(unit, 'wp:post_id'), textOf(unit, 'content:encoded'))
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
        if (isItem) yield itemOf(unit, lookup, timeZone)
      }
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
  lookup.put('attachment', id, pictureOf(unit))
  const parent = textOf(unit, 'wp:post_parent')
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

function itemOf(
  unit: XmlNode & { readonly isTooLong: boolean },
  lookup: Lookup,
  timeZone: string,
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
  return {
    ...{ kind: type === 'page' ? 'page' : 'article', foreignId, title, heldBack, publishedAt },
    slug: textOf(unit, 'wp:post_name'),
    address: textOf(unit, 'link') || null,
    formerAddresses: formerAddressesOf(unit),
    html: contentOf(unit, 'content:encoded'),
    excerpt: plainWords(textOf(unit, 'excerpt:encoded')),
    description: descriptionOf(unit),
    changedAt: dateOf(unit, 'wp:post_modified', timeZone),
    authors: authorsOf(unit, lookup),
    topics: topicsOf(unit),
    picture: thumbnail ? ((lookup.find('attachment', thumbnail) as SourcePicture | undefined) ?? null) : null,
    comments: childrenNamed(unit, 'wp:comment').length,
    losses: lossesOf(unit),
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
