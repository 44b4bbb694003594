import { env } from '#lib/env/env.ts'
import { noQuery, topicsOnPage } from '#lib/input/machine/api-query.ts'
import { absolute, homePath, sectionPath } from '#lib/site/urls.ts'
import { listEditionPlaces } from '#lib/store/feeds/api-editions.ts'
import { allowCall, answerCall } from '../answer.ts'
import { topicList } from '../topic-list.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = allowCall

/** What there is to ask for: editions with their blogs and the first of their topics. */
export function GET(request: Request): Promise<Response> {
  const url = (path: string) => absolute(env().siteUrl, path)
  return answerCall(request, noQuery, async () => ({
    kind: 'found',
    body: {
      items: (await listEditionPlaces(topicsOnPage)).map(({ edition, blogs, ...page }) => {
        const { items: topics, next: moreTopics } = topicList(edition, page)
        return {
          ...{ key: edition.key, name: edition.name, language: edition.locale, direction: edition.direction },
          ...{ isDefault: edition.isDefault, url: url(homePath(edition)) },
          blogs: blogs.map(({ slug, name }) => ({ slug, name, url: url(sectionPath(edition, slug)) })),
          ...{ topics, moreTopics },
        }
      }),
    },
  }))
}
