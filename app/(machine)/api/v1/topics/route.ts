import { topicsOnPage, topicsQuery } from '#lib/input/machine/api-query.ts'
import { listEditionTopics } from '#lib/store/feeds/api-editions.ts'
import { findChrome } from '#lib/store/pages/chrome.ts'
import { type ApiAnswer, allowCall, answerCall } from '../answer.ts'
import { topicList } from '../topic-list.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = allowCall

/** The topics of an edition that have articles, the oldest first. */
export function GET(request: Request): Promise<Response> {
  return answerCall(request, topicsQuery, async ({ query: { edition: key, after } }): Promise<ApiAnswer> => {
    const chrome = await findChrome(key ?? null)
    if (!chrome) return { kind: 'problem', status: 404, title: 'There is no such edition' }
    const { edition } = chrome
    const body = topicList(edition, await listEditionTopics({ editionId: edition.id, after, limit: topicsOnPage }))
    return { kind: 'found', body, ...(body.next && { next: body.next }) }
  })
}
