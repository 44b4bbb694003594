import { createHmac, randomBytes } from 'node:crypto'
import type { Cargo, WebhookEvent } from '#lib/domain/delivery/delivery.ts'
import { type Answer, type Outgoing, send } from '#lib/outbound/send.ts'
import { webhookHeaders, webhookSecret } from '#lib/outbound/sign-webhook.ts'
import { hubPath } from '#lib/site/feeds/feed-urls.ts'
import type { AttemptEnd, ClaimedDelivery } from '#lib/store/delivery/attempts.ts'
import { findDeliverySettings } from '#lib/store/delivery/delivery-settings.ts'
import { dropSubscription, findSubscription, keepSubscription } from '#lib/store/delivery/hub-subscriptions.ts'
import { type Feed, readOwnFeed } from './read-own-feed.ts'

export type DeliveryGround = {
  readonly siteUrl: string
  /** Where this program's own pages are read: the port it listens on. */
  readonly ownOrigin: string
  readonly authSecret: string
  readonly indexNowUrl: string
  readonly mayBePrivate: boolean
}

/** WebSub and Standard Webhooks both ask receivers to answer at once and work later. */
const timeoutMs = 15_000
const mostBytes = 64 * 1024

/** Sends one message, and says what came of it. */
export async function attemptDelivery(
  delivery: ClaimedDelivery,
  ground: DeliveryGround,
  now: Date,
): Promise<AttemptEnd> {
  const { cargo, target, webhook } = delivery
  const to: To = (outgoing) =>
    attempt({ url: target, timeoutMs, mostBytes, mayBePrivate: ground.mayBePrivate, ...outgoing })
  switch (cargo.channel) {
    case 'webhook': {
      if (!webhook) return { kind: 'hopeless', status: null, problem: 'the webhook is gone' }
      const body = JSON.stringify(cargo.event satisfies WebhookEvent)
      const secret = webhookSecret(ground.authSecret, webhook.salt)
      const headers = webhookHeaders({ id: `msg_${delivery.id}`, sentAt: now, body, secret })
      return (await to({ method: 'POST', body, headers: { ...headers, 'Content-Type': 'application/json' } })).end
    }
    case 'hub_ping': {
      // One form for all feeds: hubs take the field more than once.
      const form = new URLSearchParams([['hub.mode', 'publish'], ...cargo.topics.map((topic) => ['hub.url', topic])])
      return (await to({ method: 'POST', body: form.toString(), headers: formHeaders })).end
    }
    case 'hub_verify':
      return verify(cargo, target, to, now)
    case 'hub_content': {
      const subscription = await findSubscription({ topic: cargo.topic, callback: target }, now)
      if (!subscription) return { kind: 'hopeless', status: null, problem: 'the subscription has ended' }
      const feed = await readOwnFeed(cargo.topic, ground)
      if (!feed) return { kind: 'failed', status: null, problem: 'the feed could not be read' }
      const headers = contentHeaders({ feed, topic: cargo.topic, siteUrl: ground.siteUrl, secret: subscription.secret })
      const { end } = await to({ method: 'POST', body: feed.body, headers })
      // 410: it wants to hear no more (WebSub 1.0, section 7).
      if (end.status !== 410) return end
      await dropSubscription({ topic: cargo.topic, callback: target })
      return { kind: 'hopeless', status: 410, problem: 'the subscriber ended it' }
    }
    case 'index_now': {
      const { indexNowKey } = await findDeliverySettings()
      if (!indexNowKey) return { kind: 'hopeless', status: null, problem: 'IndexNow is off' }
      const keyLocation = `${ground.siteUrl}/${indexNowKey}.txt`
      const body = JSON.stringify({
        host: new URL(ground.siteUrl).host,
        key: indexNowKey,
        keyLocation,
        urlList: cargo.urls,
      })
      return (await to({ method: 'POST', body, headers: { 'Content-Type': 'application/json; charset=utf-8' } })).end
    }
  }
}

const formHeaders = { 'Content-Type': 'application/x-www-form-urlencoded' } as const

type Attempted = { readonly end: AttemptEnd; readonly answer: Answer | null }
/** One request to the target of a delivery, or to an address made of it. */
type To = (outgoing: Pick<Outgoing, 'method' | 'headers' | 'body'> & { readonly url?: string }) => Promise<Attempted>

async function attempt(outgoing: Outgoing): Promise<Attempted> {
  const result = await send(outgoing)
  if (!result.ok) {
    const { kind, detail } = result.error
    const isHopeless = kind === 'bad-address' || kind === 'private-address'
    const problem = `${kind}: ${detail}`
    return { answer: null, end: { kind: isHopeless ? 'hopeless' : 'failed', status: null, problem } }
  }
  const { status } = result.value
  const isWell = status >= 200 && status < 300
  return {
    answer: result.value,
    end: isWell ? { kind: 'delivered', status } : { kind: 'failed', status, problem: `answered ${status}` },
  }
}

/** The callback repeats the challenge if it asked for this itself (WebSub 1.0, section 5.3). */
async function verify(
  cargo: Extract<Cargo, { readonly channel: 'hub_verify' }>,
  callback: string,
  to: To,
  now: Date,
): Promise<AttemptEnd> {
  const { mode, topic, leaseSeconds, secret } = cargo
  const challenge = randomBytes(24).toString('base64url')
  const url = new URL(callback)
  url.searchParams.append('hub.mode', mode)
  url.searchParams.append('hub.topic', topic)
  url.searchParams.append('hub.challenge', challenge)
  if (mode === 'subscribe') url.searchParams.append('hub.lease_seconds', String(leaseSeconds))
  const { answer, end } = await to({ method: 'GET', url: url.href })
  // A callback that answers anything else does not want it (section 5.3): asking again would only disturb whoever never asked.
  if (end.kind === 'failed' && end.status !== null && end.status < 500) return { ...end, kind: 'hopeless' }
  if (end.kind !== 'delivered') return end
  if (answer?.body.trim() !== challenge)
    return { kind: 'hopeless', status: end.status, problem: 'the subscriber did not confirm' }
  if (mode === 'unsubscribe') await dropSubscription({ topic, callback })
  else {
    const leaseUntil = new Date(now.getTime() + leaseSeconds * 1000)
    await keepSubscription({ topic, callback, secret, leaseUntil, now })
  }
  return end
}

function contentHeaders(content: {
  readonly feed: Feed
  readonly topic: string
  readonly siteUrl: string
  readonly secret: string | null
}): Readonly<Record<string, string>> {
  const { feed, topic, siteUrl, secret } = content
  return {
    'Content-Type': feed.type,
    Link: `<${siteUrl}${hubPath}>; rel="hub", <${topic}>; rel="self"`,
    ...(secret ? { 'X-Hub-Signature': `sha256=${createHmac('sha256', secret).update(feed.body).digest('hex')}` } : {}),
  }
}
