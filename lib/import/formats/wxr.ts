import { readZonedTime } from '#lib/domain/publishing/zoned-time.ts'
import type { FileHead } from '../reading/decode-file.ts'
import { type Lookup, openLookup } from '../reading/lookup.ts'
import { allText, childrenNamed, readXmlUnits, textOf, type XmlNode } from '../reading/xml-units.ts'
import type { SkippedItem, Source, SourceItem, SourcePicture } from '../source-item.ts'
import { wordPressHtml } from '../wordpress/block-comments.ts'
import { dateIn } from './date-in.ts'
import { plainWords } from './plain-words.ts'
import { siteKey } from './site-key.ts'

/** Types that are articles and pages to readers. */
const taken: ReadonlySet<string> = new Set(['post', 'page'])
/** Parts of those two, not things of their own. */
const parts: ReadonlySet<string> = new Set(['attachment', 'wp_block'])

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
    if (type === 'attachment') lookup.put('attachment', textOf(unit, 'wp:post_id'), pictureOf(unit))
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

function partsOf(item: SourceItem, lookup: Lookup) {
  const footnotes = lookup.find('footnotes', item.foreignId)
  return {
    attachment: (id: string) => lookup.find('attachment', id) as SourcePicture | null,
    pattern: (id: string) => (lookup.find('pattern', id) as string | undefined) ?? null,
    footnotes: (footnotes ?? []) as { id: string; content: string }[],
  }
}

function noteAuthor(lookup: Lookup, unit: XmlNode): void {
  const login = textOf(unit, 'wp:author_login')
  const full = [textOf(unit, 'wp:author_first_name'), textOf(unit, 'wp:author_last_name')].filter(Boolean).join(' ')
  lookup.put('author', login, plainWords(textOf(unit, 'wp:author_display_name') || full || login))
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
  noteFootnotes(unit, foreignId, lookup)
  const publishedAt = dateOf(unit, 'wp:post_date', timeZone) ?? dateIn(textOf(unit, 'pubDate'))
  const heldBack = heldBackOf(unit, status, publishedAt)
  const creator = textOf(unit, 'dc:creator')
  const thumbnail = metaOf(unit, '_thumbnail_id')
  return {
    ...{ kind: type === 'page' ? 'page' : 'article', foreignId, title, heldBack, publishedAt },
    slug: textOf(unit, 'wp:post_name'),
    address: textOf(unit, 'link') || null,
    html: contentOf(unit, 'content:encoded'),
    excerpt: plainWords(textOf(unit, 'excerpt:encoded')),
    description: plainWords(metaOf(unit, '_yoast_wpseo_metadesc')) || null,
    changedAt: dateOf(unit, 'wp:post_modified', timeZone),
    authors: creator ? [{ id: creator, name: String(lookup.find('author', creator) ?? creator), bio: '' }] : [],
    topics: childrenNamed(unit, 'category').flatMap(topicOf),
    picture: thumbnail ? ((lookup.find('attachment', thumbnail) as SourcePicture | undefined) ?? null) : null,
    comments: childrenNamed(unit, 'wp:comment').length,
    losses: [],
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

function topicOf({ attributes, children }: XmlNode): readonly { readonly slug: string; readonly name: string }[] {
  const { domain, nicename = '' } = attributes
  if ((domain !== 'category' && domain !== 'post_tag') || nicename === 'uncategorized') return []
  const name = plainWords(children.filter((child) => typeof child === 'string').join(''))
  return name ? [{ slug: nicename, name }] : []
}

function metaOf(unit: XmlNode, key: string): string {
  const meta = childrenNamed(unit, 'wp:postmeta').find((one) => textOf(one, 'wp:meta_key') === key)
  return meta ? textOf(meta, 'wp:meta_value') : ''
}

/** Kept beside the item: its markup only says where they stand. */
function noteFootnotes(unit: XmlNode, foreignId: string, lookup: Lookup): void {
  const text = metaOf(unit, 'footnotes')
  if (!text || lookup.find('footnotes', foreignId)) return
  try {
    lookup.put('footnotes', foreignId, JSON.parse(text))
  } catch {
    // Notes that are no JSON are no notes: the block that shows them is then lost, and said.
  }
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
