/**
 * Names of what a page was made from. A read names the tags of what it saw, a write those of what it changed
 * (expiry.ts); the page cache drops a page when the two meet. One spelling each, here.
 */
export const tags = {
  /** Name, navigation, editions, alert: on every page of the edition. */
  chrome: (editionId: number) => `chrome:${editionId}`,
  article: (id: number) => `article:${id}`,
  /** What stands at a path of an edition, without prefix, also when nothing does. */
  address: (editionId: number, path: string) => `address:${editionId}:${path}`,
  blog: (id: number) => `blog:${id}`,
  blogLatest: (id: number) => `blog:${id}:latest`,
  topicLatest: (id: number) => `topic:${id}:latest`,
  contributorLatest: (id: number) => `contributor:${id}:latest`,
  front: (editionId: number) => `front:${editionId}`,
  latest: (editionId: number) => `latest:${editionId}`,
  corrections: (editionId: number) => `corrections:${editionId}`,
  page: (editionId: number, slug: string) => `page:${editionId}:${slug}`,
  search: (editionId: number) => `search:${editionId}`,
  /** No page is made of these two: workers hear by them which files are nobody's any more (lib/media/purge-media.ts). */
  renditions: (token: string) => `renditions:${token}`,
  original: (sha256: string) => `original:${sha256}`,
  /** What stands at a path of an earlier site, also when nothing does. */
  oldAddress: (path: string) => `old-address:${path}`,
  /** Where feeds say that changes are told of: in every feed. */
  hubs: () => 'hubs',
  /** One file of the sitemap: the articles of a range of ids. */
  sitemap: (shard: number) => `sitemap:${shard}`,
  /** Which crawlers may read. */
  robots: () => 'robots',
  /** The list of those files, and the sitemap of the news. */
  sitemaps: () => 'sitemaps',
} as const
