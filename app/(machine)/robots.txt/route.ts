import { robotsText } from '#lib/site/robots.ts'
import { findDeniedCrawlers } from '#lib/store/site/crawler-setting.ts'

export const dynamic = 'force-dynamic'

/** Asked seldom and changed by hand: made anew each time, so a choice of the newsroom holds at once. */
export async function GET(): Promise<Response> {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' }
  return new Response(robotsText(await findDeniedCrawlers()), { headers })
}
