import { env } from '#lib/env/env.ts'
import { robotsText } from '#lib/site/robots.ts'
import { findDeniedCrawlers } from '#lib/store/site/crawler-setting.ts'
import { machineReply } from '../machine-reply.ts'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  return machineReply(robotsText(env().siteUrl, await findDeniedCrawlers()), 'text/plain')
}
