import { worldTime } from '#lib/domain/text/dates.ts'
import type { Feed, FeedItem, RemovedItem } from './feed.ts'

/**
 * JSON Feed 1.1 (jsonfeed.org/version/1.1). What it has no word for stands below `_masthead`, as its section on extensions asks.
 */
export function writeJsonFeed(feed: Feed): string {
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.pageUrl,
    feed_url: feed.urls.self.json,
    user_comment: feed.explanation,
    ...(feed.urls.older && { next_url: feed.urls.older.json }),
    icon: feed.logoUrl,
    language: feed.locale,
    authors: [{ name: feed.publisher, url: feed.pageUrl }],
    ...(feed.hubs.length > 0 && { hubs: feed.hubs.map((url) => ({ type: 'WebSub', url })) }),
    items: [...feed.items.map((item) => itemJson(item)), ...feed.removed.map(removedJson)],
  })}\n`
}

function itemJson(item: FeedItem) {
  const { picture } = item
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    ...(item.html === null ? { content_text: item.summary } : { content_html: item.html }),
    summary: item.summary,
    date_published: worldTime(item.publishedAt),
    date_modified: worldTime(item.updatedAt),
    language: item.locale,
    authors: item.authors.map(({ name, url }) => ({ name, url })),
    ...(item.topics.length > 0 && { tags: item.topics }),
    ...(picture && {
      image: picture.url,
      attachments: [{ url: picture.url, mime_type: 'image/jpeg', title: picture.alt }],
    }),
    ...(item.corrections.length > 0 && {
      _masthead: {
        about: extensionAbout,
        corrections: item.corrections.map(({ text, at }) => ({ text, date: worldTime(at) })),
      },
    }),
  }
}

/** Under the id that it had, so that readers write over their copy; those who know the extension drop it. */
function removedJson(item: RemovedItem) {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    content_text: item.notice,
    date_published: worldTime(item.publishedAt),
    date_modified: worldTime(item.removedAt),
    language: item.locale,
    _masthead: { about: extensionAbout, withdrawn: worldTime(item.removedAt) },
  }
}

const extensionAbout =
  '`corrections`: what was wrong, with its date. `withdrawn`: the article left the public then; please remove your copies.'
