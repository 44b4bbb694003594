import { env } from '#lib/env/env.ts'
import { noQuery } from '#lib/input/machine/api-query.ts'
import { absolute, homePath, sectionPath, topicPath } from '#lib/site/urls.ts'
import { listEditionPlaces } from '#lib/store/feeds/api-editions.ts'
import { allowCall, answerCall } from '../answer.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = allowCall

/** What there is to ask for: editions with their blogs and their topics. */
export function GET(request: Request): Promise<Response> {
  const url = (path: string) => absolute(env().siteUrl, path)
  return answerCall(request, noQuery, async () => ({
    kind: 'found',
    body: {
      items: (await listEditionPlaces()).map(({ edition, blogs, topics }) => ({
        ...{ key: edition.key, name: edition.name, language: edition.locale, direction: edition.direction },
        ...{ isDefault: edition.isDefault, url: url(homePath(edition)) },
        blogs: blogs.map(({ slug, name }) => ({ slug, name, url: url(sectionPath(edition, slug)) })),
        topics: topics.map(({ slug, name }) => ({ slug, name, url: url(topicPath(edition, slug)) })),
      })),
    },
  }))
}
