import type { ImportFormat } from '#lib/domain/imports/import-run.ts'
import type { FileHead } from '../reading/decode-file.ts'
import { allText, childrenNamed, innerMarkup, readXmlUnits, textOf, type XmlNode } from '../reading/xml-units.ts'
import type { SkippedItem, Source, SourceAuthor, SourceItem, SourcePicture, SourceTopic } from '../source-item.ts'
import { dateIn } from './date-in.ts'
import { feedLosses } from './feed-losses.ts'
import { plainWords } from './plain-words.ts'
import { siteKey } from './site-key.ts'

/** RSS 0.9x, 1.0 and 2.0 with the modules that carry articles, and Atom (RFC 4287). */
export async function openFeed(path: string, head: FileHead, format: ImportFormat & ('rss' | 'atom')): Promise<Source> {
  const site = { title: '', url: '' }
  // RFC 4287, 4.1.1: those of the feed wrote what names nobody.
  const feedAuthors: SourceAuthor[] = []
  let total = 0
  for await (const unit of readXmlUnits(path, head.encoding)) {
    if (unit.name === 'author') feedAuthors.push(...authorOf(textOf(unit, 'name')))
    const channel = unit.name === 'channel' ? unit : null
    if (unit.name === 'title') site.title = plainWords(allText(unit))
    if (channel) site.title = plainWords(textOf(channel, 'title'))
    if (unit.name === 'link' || channel) site.url ||= channel ? textOf(channel, 'link') : linkOf(unit)
    if (isItem(unit)) total++
  }
  return {
    ...{ format, key: siteKey(site.url, site.title), title: site.title, url: site.url || null, total, losses: [] },
    items: async function* () {
      for await (const unit of readXmlUnits(path, head.encoding)) {
        if (!isItem(unit)) continue
        if (unit.isTooLong) yield tooLong(unit)
        else yield unit.name === 'entry' ? entryOf(unit, feedAuthors) : rssItemOf(unit)
      }
    },
    plainHtml: (item) => item.html,
    close: () => undefined,
  }
}

function isItem({ name }: XmlNode): boolean {
  return name === 'item' || name === 'entry'
}

function tooLong(unit: XmlNode): SkippedItem {
  return { kind: 'skipped', type: 'too-large', label: textOf(unit, 'title') }
}

/** The page that a channel or an entry stands for. */
function linkOf({ attributes, children }: XmlNode): string {
  if (!attributes.href)
    return children
      .map((child) => (typeof child === 'string' ? child : ''))
      .join('')
      .trim()
  return (attributes.rel ?? 'alternate') === 'alternate' ? attributes.href : ''
}

function rssItemOf(unit: XmlNode): SourceItem {
  const link = textOf(unit, 'link')
  const guid = textOf(unit, 'guid')
  const isPermanent = childrenNamed(unit, 'guid')[0]?.attributes.isPermaLink !== 'false'
  const address = link || (isPermanent && /^https?:/.test(guid) ? guid : '')
  const full = contentOf(unit, 'content:encoded')
  const description = contentOf(unit, 'description')
  const creators = [...childrenNamed(unit, 'dc:creator'), ...childrenNamed(unit, 'author')].map(allText)
  const publishedAt = dateIn(textOf(unit, 'pubDate')) ?? dateIn(textOf(unit, 'dc:date'))
  return {
    ...{ kind: 'article', title: plainWords(textOf(unit, 'title')), publishedAt, address: address || null },
    // A feed that was moved to another service keeps the page's own address in its guid.
    formerAddresses: isBeside(guid, address) ? [guid] : [],
    foreignId: guid || unit.attributes['rdf:about'] || link,
    slug: lastSegment(address),
    html: full || description,
    excerpt: full && full !== description ? plainWords(description).slice(0, 500) : '',
    description: null,
    heldBack: publishedAt ? null : 'no date',
    changedAt: dateIn(textOf(unit, 'atom:updated')),
    authors: creators.flatMap((name) => authorOf(name)),
    topics: childrenNamed(unit, 'category').flatMap((node) => topicOf(allText(node))),
    picture: pictureOf(unit),
    comments: Number(textOf(unit, 'slash:comments')) || 0,
    losses: feedLosses(unit),
  }
}

function entryOf(unit: XmlNode, feedAuthors: readonly SourceAuthor[]): SourceItem {
  const authors = childrenNamed(unit, 'author').flatMap((node) => authorOf(textOf(node, 'name')))
  const link = childrenNamed(unit, 'link').map(linkOf).find(Boolean) ?? ''
  const [content] = childrenNamed(unit, 'content')
  const [summary] = childrenNamed(unit, 'summary')
  const changedAt = dateIn(textOf(unit, 'updated'))
  const publishedAt = dateIn(textOf(unit, 'published')) ?? changedAt
  const html = content ? markupIn(content) : ''
  return {
    ...{ kind: 'article', publishedAt, address: link || null, slug: lastSegment(link), changedAt },
    formerAddresses: [],
    foreignId: textOf(unit, 'id') || link,
    title: plainWords(textOf(unit, 'title')),
    html: html || (summary ? markupIn(summary) : ''),
    excerpt: html && summary ? plainWords(markupIn(summary)).slice(0, 500) : '',
    description: null,
    heldBack: publishedAt ? null : 'no date',
    authors: authors.length > 0 ? authors : feedAuthors,
    topics: childrenNamed(unit, 'category').flatMap(({ attributes }) =>
      topicOf(attributes.label ?? attributes.term ?? ''),
    ),
    picture: pictureOf(unit),
    comments: 0,
    losses: feedLosses(unit),
  }
}

/** RFC 4287, 3.1: plain text, escaped HTML, or XHTML inside a div. */
function markupIn(node: XmlNode): string {
  const { type = 'text' } = node.attributes
  if (type === 'xhtml' || type.endsWith('+xml')) return innerMarkup(node)
  const text = allText(node)
  return type === 'html' || type === 'text/html' ? text : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function contentOf(unit: XmlNode, name: string): string {
  const [node] = childrenNamed(unit, name)
  return node ? allText(node).trim() : ''
}

/** RSS's `author` is a mail address with a name in brackets. */
function authorOf(text: string): readonly SourceAuthor[] {
  const name = plainWords(/\(([^)]+)\)/.exec(text)?.[1] ?? text)
  return name && !/^\S+@\S+$/.test(name) ? [{ id: name.toLowerCase(), name, bio: '' }] : []
}

export function topicOf(text: string): readonly SourceTopic[] {
  const name = plainWords(text)
  return name && name.length <= 100 ? [{ slug: name, name, description: '' }] : []
}

function pictureOf(unit: XmlNode): SourcePicture | null {
  const media = [
    ...childrenNamed(unit, 'media:group').flatMap((group) => childrenNamed(group, 'media:content')),
    ...childrenNamed(unit, 'media:content'),
  ].find(({ attributes }) => attributes.medium === 'image' || attributes.type?.startsWith('image/'))
  const enclosure = childrenNamed(unit, 'enclosure').find(({ attributes }) => attributes.type?.startsWith('image/'))
  const linked = childrenNamed(unit, 'link').find(
    ({ attributes }) => attributes.rel === 'enclosure' && attributes.type?.startsWith('image/'),
  )
  const thumbnail = childrenNamed(unit, 'media:thumbnail')[0]
  const url = media?.attributes.url ?? enclosure?.attributes.url ?? linked?.attributes.href ?? thumbnail?.attributes.url
  if (!url) return null
  const words = (name: string) => plainWords((media && textOf(media, name)) || textOf(unit, name))
  return { url, alt: words('media:title'), caption: words('media:description') }
}

/** Whether an id of an item is another address of it, on the same site. */
function isBeside(guid: string, address: string): boolean {
  const [one, other] = [URL.parse(guid), URL.parse(address)]
  return one !== null && other !== null && one.host === other.host && one.href !== other.href
}

export function lastSegment(address: string): string {
  const path = URL.parse(address, 'http://relative.invalid')?.pathname ?? ''
  return (path.split('/').filter(Boolean).at(-1) ?? '').replace(/\.\w{2,5}$/, '')
}
