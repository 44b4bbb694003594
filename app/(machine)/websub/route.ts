import { clientKey } from '#lib/auth/request/request.ts'
import { env } from '#lib/env/env.ts'
import { subscriptionForm } from '#lib/input/machine/websub.ts'
import { isFeedTopic } from '#lib/site/feeds/feed-topic.ts'
import { findDeliverySettings } from '#lib/store/delivery/delivery-settings.ts'
import { askSubscriber } from '#lib/store/delivery/hub-subscriptions.ts'
import { countAttempt } from '#lib/store/people/attempts.ts'
import { readBytes } from '../read-bytes.ts'

/** A subscription has five short fields. */
const mostBytes = 8_192
/** A reader's program follows a site's feeds one after another, and for many people from one address. */
const mostInWindow = 60
const windowMs = 60_000

/**
 * Our own hub (WebSub 1.0): takes requests for feeds of this site and asks the callback, from a job, whether it wants them. Answers 202
 * to what it will ask about, 4xx with a reason to what it never could.
 */
export async function POST(request: Request): Promise<Response> {
  const { siteUrl } = env()
  const { hubs } = await findDeliverySettings()
  if (hubs.length > 0) return say(404, `Feeds of this site are followed through ${hubs.join(' or ')}`)
  const body = await readBytes(request, mostBytes)
  if (!body) return say(413, 'A subscription is shorter')
  const { count } = await countAttempt({ key: `hub:${await clientKey()}`, windowMs, now: new Date() })
  if (count > mostInWindow) return say(429, 'Too many questions from this address')
  const input = subscriptionForm.safeParse(Object.fromEntries(new URLSearchParams(body.toString())))
  if (!input.success)
    return say(400, input.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '))
  const { topic } = input.data
  if (!isFeedTopic(siteUrl, topic))
    return say(400, 'hub.topic is no feed of this site, or not as its self link spells it')
  const isAsked = await askSubscriber({ ...input.data, now: new Date() })
  return isAsked ? say(202, 'The callback will be asked') : say(429, 'This hub has too much to ask: try again later')
}

function say(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
