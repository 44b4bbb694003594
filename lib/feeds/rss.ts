import { worldTime } from '#lib/domain/text/dates.ts'
import { type Feed, type FeedItem, type FeedPicture, type RemovedItem, updatedAt } from './feed.ts'
import { element, raw } from './xml.ts'
import { pageLinks, xmlHead } from './xml-feed.ts'

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  'xmlns:h': 'http://www.w3.org/1999/xhtml',
} as const

/** RSS 2.0 (RSS Advisory Board, 2.0.11) with the modules that readers understand: Atom, content, Dublin Core, Media RSS. */
export function writeRss(feed: Feed): string {
  const changedAt = updatedAt(feed)
  const channel = [
    element('title', feed.title),
    element('link', feed.pageUrl),
    element('description', feed.description),
    element('language', feed.locale),
    ...(changedAt.getTime() > 0 ? [element('lastBuildDate', changedAt.toUTCString())] : []),
    element('docs', 'https://www.rssboard.org/rss-specification'),
    ...pageLinks(feed, 'rss', 'atom:'),
    raw(
      'image',
      [
        element('url', feed.logoUrl),
        // The channel's own words: the specification asks for the same, and a reader draws both.
        element('title', feed.title),
        element('link', feed.pageUrl),
      ].join(''),
    ),
    raw('h:p', `${element('h:span', feed.explanation)} ${element('h:a', feed.pageUrl, { href: feed.pageUrl })}`, {
      dir: feed.direction,
    }),
    ...feed.items.map((item) => itemXml(item, feed.locale)),
    ...feed.removed.map((item) => removedXml(item, feed.locale)),
  ]
  return `${xmlHead(feed)}${raw('rss', raw('channel', channel.join('\n')), {
    version: '2.0',
    'xml:lang': feed.locale,
    ...namespaces,
  })}\n`
}

/** The feed of all editions has several languages: an item of another than the feed's says so. */
function itemXml(item: FeedItem, locale: string): string {
  const isForeign = item.locale !== locale
  return raw(
    'item',
    [
      element('title', item.title),
      element('link', item.url),
      element('guid', item.id, { isPermaLink: 'false' }),
      element('pubDate', item.publishedAt.toUTCString()),
      ...(worldTime(item.updatedAt) > worldTime(item.publishedAt)
        ? [element('atom:updated', worldTime(item.updatedAt))]
        : []),
      // `author` wants an e-mail address, which nobody's readers need.
      ...item.authors.map((author) => element('dc:creator', author.name)),
      ...(isForeign ? [element('dc:language', item.locale)] : []),
      ...item.topics.map((topic) => element('category', topic)),
      element('description', item.summary),
      // After the description, or some readers show that instead (RSS Advisory Board, best practices).
      ...(item.html === null ? [] : [element('content:encoded', item.html)]),
      ...(item.picture ? pictureXml(item.picture) : []),
    ].join('\n'),
    isForeign ? { 'xml:lang': item.locale } : {},
  )
}

function pictureXml({ url, width, height, alt, caption, credit }: FeedPicture): readonly string[] {
  return [
    // Drawn when it is first asked for, so nobody knows its bytes yet: 0 says so (RSS Advisory Board, best practices).
    element('enclosure', null, { url, length: 0, type: 'image/jpeg' }),
    raw(
      'media:content',
      [
        ...(caption ? [element('media:description', caption, { type: 'plain' })] : []),
        element('media:title', alt, { type: 'plain' }),
        ...(credit ? [element('media:credit', credit)] : []),
      ].join(''),
      { url, medium: 'image', type: 'image/jpeg', width, height },
    ),
  ]
}

/** RSS has no word for what is gone. The same guid with the notice as its text makes readers write over their copy. */
function removedXml(item: RemovedItem, locale: string): string {
  return raw(
    'item',
    [
      element('title', item.title),
      element('link', item.url),
      element('guid', item.id, { isPermaLink: 'false' }),
      element('pubDate', item.publishedAt.toUTCString()),
      element('atom:updated', worldTime(item.removedAt)),
      element('description', item.notice),
      element('content:encoded', element('p', item.notice)),
    ].join('\n'),
    item.locale === locale ? {} : { 'xml:lang': item.locale },
  )
}
