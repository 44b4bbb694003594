import type { FeedFormat } from '#lib/site/feeds/feed-urls.ts'
import { feedTypes } from '#lib/site/feeds/feed-urls.ts'
import type { Feed } from './feed.ts'
import { element, escapeXml } from './xml.ts'

/** A style sheet, not a transformation: browsers take XSLT out, and CSS needs no script. */
export function xmlHead(feed: Feed): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<?xml-stylesheet type="text/css" href="${escapeXml(feed.styleUrl)}"?>\n`
}

/** Where this page stands, where the others do, and who tells of changes: Atom's `link`, in RSS as well. */
export function pageLinks(feed: Feed, format: Exclude<FeedFormat, 'json'>, prefix: '' | 'atom:'): readonly string[] {
  const { self, first, older, newer } = feed.urls
  const link = (rel: string, href: string) => element(`${prefix}link`, null, { rel, type: feedTypes[format], href })
  return [
    link('self', self[format]),
    ...feed.hubs.map((hub) => element(`${prefix}link`, null, { rel: 'hub', href: hub })),
    ...(older || newer ? [link('first', first[format])] : []),
    ...(newer ? [link('previous', newer[format])] : []),
    ...(older ? [link('next', older[format])] : []),
  ]
}
