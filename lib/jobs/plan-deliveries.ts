import type { EventArticle, WebhookEvent } from '#lib/domain/delivery/delivery.ts'
import { newsEventOf } from '#lib/domain/delivery/news-event.ts'
import type { PublicChange } from '#lib/domain/delivery/public-change.ts'
import { feedFormats, feedPath, siteFeedPage } from '#lib/site/feeds/feed-urls.ts'
import {
  absolute,
  articlePath,
  contributorPath,
  correctionsPath,
  latestPath,
  permanentPath,
  sectionPath,
  topicPath,
} from '#lib/site/urls.ts'
import type { DeliverySettings } from '#lib/store/delivery/delivery-settings.ts'
import type { NewDelivery, Targets } from '#lib/store/delivery/send-out.ts'

type Ground = {
  readonly siteUrl: string
  readonly indexNowUrl: string
  readonly settings: DeliverySettings
  readonly targets: Targets
}

/** Who is told what of one change. Nothing is said of what readers can't see, or see as before. */
export function planDeliveries(change: PublicChange, ground: Ground): readonly NewDelivery[] {
  const { siteUrl, indexNowUrl, settings, targets } = ground
  const type = newsEventOf(change)
  if (!type) return []
  const { edition } = change.article
  const event: WebhookEvent = {
    type,
    timestamp: change.at.toISOString(),
    data: { article: eventArticle(change, siteUrl) },
  }
  const topics = feedsShowing(change).map((path) => absolute(siteUrl, path))
  const shown = new Set(topics)
  const changedAt = change.at.toISOString()
  return [
    ...targets.webhooks
      .filter(({ editionId }) => editionId === null || editionId === edition.id)
      .map(({ id, url }) => ({ target: url, webhookId: id, cargo: { channel: 'webhook', event } as const })),
    ...settings.hubs.map((hub) => ({ target: hub, cargo: { channel: 'hub_ping', topics } as const })),
    ...targets.followed
      .filter(({ topic }) => shown.has(topic))
      .map(({ topic, callback }) => ({
        target: callback,
        cargo: { channel: 'hub_content', topic, changedAt } as const,
      })),
    ...(settings.indexNowKey
      ? [
          {
            target: indexNowUrl,
            cargo: { channel: 'index_now', urls: [absolute(siteUrl, articlePath(edition, change.article))] } as const,
          },
        ]
      : []),
  ]
}

/** Paths of every feed that the article is in, or was in before the change. Feeds of searches are none of them: no change is told of those. */
export function feedsShowing({ article, lists }: Pick<PublicChange, 'article' | 'lists'>): readonly string[] {
  const { edition } = article
  const { blogSlugs, topicSlugs, contributorSlugs, hasCorrections } = lists
  const pages = [
    siteFeedPage,
    latestPath(edition),
    ...blogSlugs.map((slug) => sectionPath(edition, slug)),
    ...topicSlugs.map((slug) => topicPath(edition, slug)),
    ...contributorSlugs.map((slug) => contributorPath(edition, slug)),
    ...(hasCorrections ? [correctionsPath(edition)] : []),
  ]
  return pages.flatMap((page) =>
    feedFormats.flatMap((format) => [feedPath(page, { format }), feedPath(page, { format, form: 'standfirst' })]),
  )
}

function eventArticle({ at, article }: PublicChange, siteUrl: string): EventArticle {
  const { id, edition, isPublished, headline, firstPublishedAt } = article
  return {
    id,
    permanentUrl: absolute(siteUrl, permanentPath(id)),
    url: absolute(siteUrl, articlePath(edition, article)),
    language: edition.locale,
    // What was withdrawn is not repeated in the message that takes it back.
    headline: isPublished ? headline : null,
    publishedAt: firstPublishedAt.toISOString(),
    changedAt: at.toISOString(),
  }
}
