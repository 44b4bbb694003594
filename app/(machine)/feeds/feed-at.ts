import type { Chrome, Edition } from '#lib/domain/edition.ts'
import type { Channel } from '#lib/domain/lists/syndicated.ts'
import type { ReferenceKind } from '#lib/domain/sections/reference.ts'
import { env } from '#lib/env/env.ts'
import type { Feed } from '#lib/feeds/feed.ts'
import { articleItem, type FeedFrame, makeFeed, pagesByCursor, removedItem } from '#lib/feeds/make-feed.ts'
import { wordsOf } from '#lib/i18n/words.ts'
import { parsePaging, type Query } from '#lib/input/paging.ts'
import { type FeedForm, type FeedFormat, feedPath, hubPath, siteFeedPage } from '#lib/site/feeds/feed-urls.ts'
import { absolute, contributorPath, homePath, latestPath, pathIn, sectionPath, topicPath } from '#lib/site/urls.ts'
import { listHubs } from '#lib/store/delivery/delivery-settings.ts'
import { listSyndicated } from '#lib/store/feeds/syndicated.ts'
import { listWithdrawals } from '#lib/store/feeds/withdrawals.ts'
import { findChrome } from '#lib/store/pages/chrome.ts'
import { findContributor } from '#lib/store/pages/contributor.ts'
import { findMovedReference } from '#lib/store/pages/moved-reference.ts'
import { findSectionAt } from '#lib/store/pages/section-at.ts'
import { findTopic } from '#lib/store/pages/topic.ts'
import { toldSince } from '../told-since.ts'
import { correctionsFeed } from './corrections-feed.ts'
import { type FeedAt, type FeedBasis, itemSetting, itemsPerFeed } from './feed-basis.ts'
import { searchFeed } from './search-feed.ts'

export type FeedQuestion = {
  readonly edition: string
  readonly kind: string
  readonly slug: string
  readonly query: Query
}

const mostRemoved = 20

export async function feedAt(question: FeedQuestion, format: FeedFormat): Promise<FeedAt> {
  const chrome = await findChrome(question.edition)
  if (!chrome) return { kind: 'missing' }
  const { edition, site } = chrome
  // The default edition's addresses have no prefix, those of its feeds neither.
  if (edition.isDefault && question.edition === edition.key)
    return { kind: 'moved', location: unprefixed(question, format, edition) }
  const form: FeedForm = question.query.text === 'standfirst' ? 'standfirst' : 'full'
  const words = wordsOf(edition)
  // Only a feed whose changes a hub tells of names one: who asked it about a search or an older page would wait for ever
  // (lib/site/feeds/feed-topic.ts).
  const isFollowed = question.kind !== 'search' && parsePaging(question.query) === null
  const hubs = isFollowed ? await listHubs(absolute(env().siteUrl, hubPath)) : []
  const basis: FeedBasis = {
    ...{ origin: env().siteUrl, edition, chrome, form, hubs },
    publisher: site.name,
    explanation: words('feeds.explanation'),
  }
  if (question.kind === 'corrections') return { kind: 'feed', feed: await correctionsFeed(basis, question.query) }
  if (question.kind === 'search') return searchFeed(basis, question.query)
  const found = await channelAt(question, chrome, (page) =>
    feedPath(page, { format, form, paging: parsePaging(question.query) }),
  )
  if (found.kind !== 'channel') return found
  return { kind: 'feed', feed: await channelFeed(basis, found, question.query) }
}

function unprefixed({ kind, slug, query }: FeedQuestion, format: FeedFormat, edition: Edition): string {
  const page = kind === 'blog' ? slug : kind === 'topic' || kind === 'authors' ? `${kind}/${slug}` : kind
  const given = Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  const search = new URLSearchParams(given).toString()
  return `${pathIn(edition, page)}.${format}${search && `?${search}`}`
}

type Found =
  | {
      readonly kind: 'channel'
      readonly channel: Channel
      readonly frame: Pick<FeedFrame, 'name' | 'title' | 'description' | 'page'>
      readonly feedPage: string
    }
  | Exclude<FeedAt, { kind: 'feed' }>

async function channelAt(
  q: FeedQuestion,
  { edition, site }: Chrome,
  addressOf: (page: string) => string,
): Promise<Found> {
  const titled = (name: string) => `${name} · ${edition.name}`
  const found = (channel: Channel, frame: Extract<Found, { kind: 'channel' }>['frame'], feedPage = frame.page) =>
    ({ kind: 'channel', channel, frame, feedPage }) as const
  const movedReference = async (kind: ReferenceKind, pathOf: typeof topicPath): Promise<Found> => {
    const slug = await findMovedReference(kind, { editionId: edition.id, slug: q.slug })
    return slug === null ? { kind: 'missing' } : { kind: 'moved', location: addressOf(pathOf(edition, slug)) }
  }
  switch (q.kind) {
    case 'site': {
      const title = wordsOf(edition)('feeds.ofSite', { name: site.name })
      const frame = { name: 'site', title, description: edition.description, page: homePath(edition) }
      return found({ kind: 'site' }, frame, siteFeedPage)
    }
    case 'latest': {
      const frame = { name: `edition/${edition.id}`, title: edition.name, description: edition.description }
      return found({ kind: 'edition', editionId: edition.id }, { ...frame, page: latestPath(edition) })
    }
    case 'blog': {
      const at = await findSectionAt({ editionId: edition.id, slug: q.slug })
      if (at.kind === 'moved') return { kind: 'moved', location: addressOf(sectionPath(edition, at.toSlug)) }
      if (at.kind !== 'blog') return { kind: 'missing' }
      const { id, slug, name, description } = at.blog
      const frame = { name: `blog/${id}`, title: titled(name), description, page: sectionPath(edition, slug) }
      return found({ kind: 'blog', blogId: id }, frame)
    }
    case 'topic': {
      const topic = await findTopic({ editionId: edition.id, slug: q.slug })
      if (!topic) return movedReference('topic', topicPath)
      const frame = { name: `topic/${topic.id}`, title: titled(topic.name), description: topic.description }
      return found({ kind: 'topic', topicId: topic.id }, { ...frame, page: topicPath(edition, topic.slug) })
    }
    case 'authors': {
      const contributor = await findContributor({ editionId: edition.id, slug: q.slug })
      if (!contributor) return movedReference('contributor', contributorPath)
      const { id, slug, name, bio } = contributor
      const frame = { name: `contributor/${id}`, title: titled(name), description: bio }
      return found({ kind: 'contributor', contributorId: id }, { ...frame, page: contributorPath(edition, slug) })
    }
    default:
      return { kind: 'missing' }
  }
}

async function channelFeed(
  basis: FeedBasis,
  { channel, frame, feedPage }: Extract<Found, { kind: 'channel' }>,
  query: Query,
): Promise<Feed> {
  const paging = parsePaging(query)
  const since = toldSince(new Date())
  const [list, withdrawals] = await Promise.all([
    listSyndicated({ channel, paging, limit: itemsPerFeed }),
    listWithdrawals({ channel, since, limit: paging ? 1 : mostRemoved }),
  ])
  return makeFeed(
    { ...basis, ...frame },
    {
      pages: pagesByCursor(feedPage, paging, list),
      items: list.items.map((item) => articleItem(basis.origin, item, itemSetting(basis, item.edition))),
      leftAt: withdrawals[0]?.withdrawnAt ?? null,
      // Of what is gone the first page tells: nobody asks for the others again.
      removed: (paging ? [] : withdrawals).map((withdrawal) => {
        const words = wordsOf(withdrawal.edition)
        return removedItem(basis.origin, withdrawal, { title: words('gone.title'), text: words('gone.text') })
      }),
    },
  )
}
