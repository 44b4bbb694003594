import type { z } from 'zod'
import { type Asked, channelWithin } from '#lib/domain/api/reach.ts'
import type { Cursor } from '#lib/domain/lists/listing.ts'
import { env } from '#lib/env/env.ts'
import { articleNinjs, type Publisher } from '#lib/feeds/ninjs.ts'
import { articlesQuery } from '#lib/input/machine/api-query.ts'
import { absolute, cursorText } from '#lib/site/urls.ts'
import { listSyndicated } from '#lib/store/feeds/syndicated.ts'
import { findChrome } from '#lib/store/pages/chrome.ts'
import { findSectionAt } from '#lib/store/pages/section-at.ts'
import { findTopic } from '#lib/store/pages/topic.ts'
import { publisherOf } from '../../../publisher.ts'
import { type ApiAnswer, allowCall, answerCall } from '../answer.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = allowCall

type Query = z.output<typeof articlesQuery>

/** Published articles as ninjs, newest first. */
export function GET(request: Request): Promise<Response> {
  return answerCall(request, articlesQuery, async ({ query, reach }): Promise<ApiAnswer> => {
    const asked = await findAsked(query)
    if (!asked) return { kind: 'problem', status: 404, title: 'There is no such edition, blog or topic' }
    const channel = channelWithin(reach, asked)
    if (!channel.ok)
      return channel.error === 'outside-the-key'
        ? { kind: 'problem', status: 403, title: 'This key may not read that' }
        : { kind: 'problem', status: 400, title: 'Ask for a blog or for a topic, not for both' }
    const paging = query.before ? ({ kind: 'older-than', cursor: query.before } as const) : null
    const list = await listSyndicated({ channel: channel.value, paging, limit: query.limit })
    const publishers = new Map<number, Publisher>()
    for (const { edition } of list.items)
      if (!publishers.has(edition.id)) publishers.set(edition.id, await publisherOf(edition))
    const next = list.older && nextAddress(query, list.older)
    return {
      kind: 'found',
      body: {
        items: list.items.flatMap((item) => {
          const publisher = publishers.get(item.edition.id)
          return publisher ? [articleNinjs(publisher, item)] : []
        }),
        next,
      },
      ...(next && { next }),
    }
  })
}

/** What the slugs stand for, in the edition that is named, or in the default one. */
async function findAsked({ edition: key, blog, topic }: Query): Promise<Asked | null> {
  if (key === undefined && blog === undefined && topic === undefined)
    return { editionId: null, blogId: null, topicId: null }
  const chrome = await findChrome(key ?? null)
  if (!chrome) return null
  const editionId = chrome.edition.id
  const [section, subject] = await Promise.all([
    blog === undefined ? null : findSectionAt({ editionId, slug: blog }),
    topic === undefined ? null : findTopic({ editionId, slug: topic }),
  ])
  if ((section && section.kind !== 'blog') || (topic !== undefined && !subject)) return null
  return { editionId, blogId: section?.blog.id ?? null, topicId: subject?.id ?? null }
}

function nextAddress({ edition, blog, topic, limit }: Query, cursor: Cursor): string {
  const query = new URLSearchParams({
    ...(edition && { edition }),
    ...(blog && { blog }),
    ...(topic && { topic }),
    before: cursorText(cursor),
    limit: String(limit),
  })
  return absolute(env().siteUrl, `/api/v1/articles?${query}`)
}
