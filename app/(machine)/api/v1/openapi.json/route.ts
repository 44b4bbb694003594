import { env } from '#lib/env/env.ts'
import { openApi } from '#lib/feeds/openapi.ts'
import { apiPage, noQuery, topicsOnPage } from '#lib/input/machine/api-query.ts'
import { findSiteName } from '#lib/store/site/site-name.ts'
import { toldDays } from '../../../told-since.ts'
import { allowCall, answerCall, callsInMinute } from '../answer.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = allowCall

/** What the API is, for programs that write programs. */
export function GET(request: Request): Promise<Response> {
  return answerCall(request, noQuery, async () => {
    const limits = { page: apiPage, minute: callsInMinute, withdrawalDays: toldDays, topics: topicsOnPage }
    return { kind: 'found', body: openApi(env().siteUrl, await findSiteName(), limits) }
  })
}
