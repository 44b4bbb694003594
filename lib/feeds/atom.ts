import { worldTime } from '#lib/domain/text/dates.ts'
import { type Feed, type FeedItem, type RemovedItem, updatedAt } from './feed.ts'
import { element, raw } from './xml.ts'
import { pageLinks, xmlHead } from './xml-feed.ts'

const namespaces = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  'xmlns:h': 'http://www.w3.org/1999/xhtml',
} as const

/** Atom (RFC 4287), with tombstones for what is gone (RFC 6721). */
export function writeAtom(feed: Feed): string {
  const parts = [
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.description),
    element('updated', worldTime(updatedAt(feed))),
    raw('author', element('name', feed.publisher) + element('uri', feed.pageUrl)),
    element('link', null, { rel: 'alternate', type: 'text/html', href: feed.pageUrl }),
    ...pageLinks(feed, 'atom', ''),
    element('icon', feed.logoUrl),
    raw('h:p', `${element('h:span', feed.explanation)} ${element('h:a', feed.pageUrl, { href: feed.pageUrl })}`, {
      dir: feed.direction,
    }),
    ...feed.items.map((item) => entryXml(item, feed.locale)),
    ...feed.removed.map((item) => deletedXml(item, feed.locale)),
  ]
  return `${xmlHead(feed)}${raw('feed', parts.join('\n'), { 'xml:lang': feed.locale, ...namespaces })}\n`
}

function entryXml(item: FeedItem, locale: string): string {
  const { picture } = item
  return raw(
    'entry',
    [
      element('id', item.id),
      element('title', item.title),
      element('link', null, { rel: 'alternate', type: 'text/html', hreflang: item.locale, href: item.url }),
      element('published', worldTime(item.publishedAt)),
      element('updated', worldTime(item.updatedAt)),
      // Without an author of its own the entry has the feed's.
      ...item.authors.map((author) => raw('author', element('name', author.name) + element('uri', author.url))),
      ...item.topics.map((topic) => element('category', null, { term: topic })),
      element('summary', item.summary),
      ...(item.html === null ? [] : [element('content', item.html, { type: 'html' })]),
      ...(picture
        ? [
            element('link', null, { rel: 'enclosure', type: 'image/jpeg', title: picture.alt, href: picture.url }),
            raw(
              'media:content',
              [
                ...(picture.caption ? [element('media:description', picture.caption, { type: 'plain' })] : []),
                ...(picture.credit ? [element('media:credit', picture.credit)] : []),
              ].join(''),
              { url: picture.url, medium: 'image', type: 'image/jpeg', width: picture.width, height: picture.height },
            ),
          ]
        : []),
    ].join('\n'),
    // The feed of all editions has several languages.
    item.locale === locale ? {} : { 'xml:lang': item.locale },
  )
}

function deletedXml(item: RemovedItem, locale: string): string {
  return raw(
    'at:deleted-entry',
    [
      element('at:comment', item.notice, item.locale === locale ? {} : { 'xml:lang': item.locale }),
      element('link', null, { rel: 'alternate', type: 'text/html', href: item.url }),
    ].join(''),
    { ref: item.id, when: worldTime(item.removedAt) },
  )
}
