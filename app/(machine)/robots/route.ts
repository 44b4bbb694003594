import { env } from '#lib/env/env.ts'
import { writeRobots } from '#lib/feeds/robots.ts'
import { machineReply } from '../machine-reply.ts'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  return machineReply(writeRobots(env().siteUrl, []), 'text/plain')
}
