import type { Correction, CorrectionListing } from '#lib/domain/article.ts'
import type { Edition } from '#lib/domain/edition.ts'
import type { Cursor, PageOf, Paging } from '#lib/domain/lists/listing.ts'
import type { Syndicated, Withdrawal } from '#lib/domain/lists/syndicated.ts'
import type { AiWords } from '#lib/domain/media/digital-source.ts'
import { cropUrl } from '#lib/site/crop-url.ts'
import { articleTag, type FeedForm, feedPath, tagUri } from '#lib/site/feeds/feed-urls.ts'
import { absolute, articlePath, contributorPath, permanentPath } from '#lib/site/urls.ts'
import { bodyHtml, figureHtml } from './body-html.ts'
import type { Feed, FeedItem, InFormats, RemovedItem } from './feed.ts'
import { element, escapeXml, raw } from './xml.ts'

/** What a feed says of itself, before its items. */
export type FeedFrame = {
  readonly origin: string
  readonly edition: Pick<Edition, 'locale' | 'direction'>
  /** Name of the feed for ever: `blog/7`. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly publisher: string
  readonly explanation: string
  readonly hubs: readonly string[]
  readonly form: FeedForm
  /** Path of the page that readers see. */
  readonly page: string
}

/** A page of a feed by what its address is made from. */
type FeedPage = { readonly page: string; readonly paging: Paging }
export type FeedPages = {
  readonly self: FeedPage
  readonly first: FeedPage
  readonly older: FeedPage | null
  readonly newer: FeedPage | null
}

/** The pages around one of a list with cursors. */
export function pagesByCursor(page: string, paging: Paging, list: Omit<PageOf<unknown>, 'items'>): FeedPages {
  const at = (kind: 'older-than' | 'newer-than', cursor: Cursor | null) =>
    cursor && { page, paging: { kind, cursor } as const }
  return {
    self: { page, paging },
    first: { page, paging: null },
    older: at('older-than', list.older),
    newer: at('newer-than', list.newer),
  }
}

export function makeFeed(
  frame: FeedFrame,
  content: {
    readonly pages: FeedPages
    readonly items: readonly FeedItem[]
    readonly removed: readonly RemovedItem[]
    readonly leftAt?: Date | null
  },
): Feed {
  const { origin, form, edition } = frame
  const { self, first, older, newer } = content.pages
  const urls = ({ page, paging }: FeedPage): InFormats => ({
    rss: absolute(origin, feedPath(page, { format: 'rss', form, paging })),
    atom: absolute(origin, feedPath(page, { format: 'atom', form, paging })),
    json: absolute(origin, feedPath(page, { format: 'json', form, paging })),
  })
  return {
    id: tagUri(origin, `feed/${frame.name}${form === 'full' ? '' : '/standfirst'}`),
    title: frame.title,
    description: frame.description,
    locale: edition.locale,
    direction: edition.direction,
    publisher: frame.publisher,
    form,
    pageUrl: absolute(origin, frame.page),
    logoUrl: absolute(origin, '/apple-touch-icon.png'),
    styleUrl: '/feed.css',
    explanation: frame.explanation,
    hubs: frame.hubs,
    urls: { self: urls(self), first: urls(first), older: older && urls(older), newer: newer && urls(newer) },
    items: content.items,
    removed: content.removed,
    leftAt: content.leftAt ?? null,
  }
}

/** Words of the article's own edition. */
type ItemSetting = { readonly form: FeedForm; readonly correctionWord: string; readonly aiWords: AiWords }

/** An article in a feed: the words, dates and pictures of its page (lib/site/jsonld makes the same of it). */
export function articleItem(
  origin: string,
  { edition, article }: Syndicated,
  { form, correctionWord, aiWords }: ItemSetting,
): FeedItem {
  const lead = article.picture
  const notes = (place: Correction['place']) =>
    article.corrections
      .filter((correction) => correction.place === place)
      .map(({ text }) => raw('aside', raw('p', `${element('strong', `${correctionWord}:`)} ${escapeXml(text)}`)))
  return {
    id: articleTag(origin, article.id),
    url: absolute(origin, articlePath(edition, { blogSlug: article.blog.slug, slug: article.slug })),
    title: article.headline,
    summary: article.standfirst,
    html:
      form === 'full'
        ? inDirection(
            edition,
            [
              ...notes('top'),
              ...(lead ? [figureHtml({ origin, aiWords }, lead)] : []),
              bodyHtml({ origin, edition, pictures: article.pictures, linked: article.linked, aiWords }, article.body),
              ...notes('bottom'),
            ].join('\n'),
          )
        : null,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt ?? article.publishedAt,
    locale: edition.locale,
    authors: article.bylines.map(({ name, kind, slug }) => ({
      ...{ name, kind },
      url: absolute(origin, contributorPath(edition, slug)),
    })),
    topics: article.topics.map((topic) => topic.name),
    picture: lead && {
      ...cropUrl(origin, lead, '16x9'),
      ...{ alt: lead.alt, caption: lead.caption, credit: lead.credit },
    },
    corrections: article.corrections.map(({ text, at }) => ({ text, at })),
  }
}

/** Readers' programs show a text from left to right unless it says otherwise itself. */
function inDirection({ locale, direction }: Edition, html: string): string {
  return direction === 'rtl' ? raw('div', html, { lang: locale, dir: direction }) : html
}

export function correctionItem(
  { origin, edition, publisher }: { readonly origin: string; readonly edition: Edition; readonly publisher: string },
  correction: CorrectionListing,
): FeedItem {
  return {
    id: tagUri(origin, `correction/${correction.id}`),
    url: absolute(origin, articlePath(edition, correction.article)),
    title: correction.article.headline,
    summary: correction.text,
    html: null,
    publishedAt: correction.at,
    updatedAt: correction.at,
    locale: edition.locale,
    authors: [{ name: publisher, kind: 'organisation', url: `${origin}/` }],
    ...{ topics: [], picture: null, corrections: [] },
  }
}

/** `words` are of the edition: what a notice says where the newsroom wrote none. */
export function removedItem(
  origin: string,
  withdrawal: Withdrawal,
  words: { readonly title: string; readonly text: string },
): RemovedItem {
  return {
    id: articleTag(origin, withdrawal.id),
    url: absolute(origin, permanentPath(withdrawal.id)),
    title: words.title,
    notice: withdrawal.notice ?? words.text,
    locale: withdrawal.edition.locale,
    publishedAt: withdrawal.publishedAt,
    removedAt: withdrawal.withdrawnAt,
  }
}
