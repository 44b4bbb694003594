import type { Edition } from '#lib/domain/edition.ts'
import { env } from '#lib/env/env.ts'
import { absolute, topicPath } from '#lib/site/urls.ts'
import type { TopicPage } from '#lib/store/feeds/api-editions.ts'

/** A page of an edition's topics, and the address of the next one. */
export function topicList(edition: Edition, { topics, after }: TopicPage) {
  const url = (path: string) => absolute(env().siteUrl, path)
  return {
    items: topics.map(({ slug, name }) => ({ slug, name, url: url(topicPath(edition, slug)) })),
    next:
      after === null
        ? null
        : url(`/api/v1/topics?${new URLSearchParams({ edition: edition.key, after: String(after) })}`),
  }
}
