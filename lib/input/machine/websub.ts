import { z } from 'zod'

/** Ten days, as WebSub proposes; asked for less than an hour a subscriber would only ask again. */
const standardLeaseSeconds = 864_000
const leastLeaseSeconds = 3_600
const mostLeaseSeconds = 30 * 86_400
/** WebSub 1.0, section 5.1: a secret is shorter than 200 bytes. */
const mostSecretBytes = 199
const longestAddress = 2_000

const address = z
  .string('missing')
  .max(longestAddress, 'too long')
  .refine((text) => {
    const url = URL.parse(text)
    return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.hash
  }, 'must be an http(s) address without a fragment')

/** What a subscriber sends to our hub (WebSub 1.0, section 5.1). */
export const subscriptionForm = z
  .object({
    'hub.mode': z.enum(['subscribe', 'unsubscribe'], 'must be subscribe or unsubscribe'),
    'hub.topic': address,
    'hub.callback': address,
    'hub.lease_seconds': z.coerce
      .number()
      .int()
      .positive()
      .catch(standardLeaseSeconds)
      .transform((seconds) => Math.min(Math.max(seconds, leastLeaseSeconds), mostLeaseSeconds)),
    'hub.secret': z
      .string()
      .refine((text) => Buffer.byteLength(text) <= mostSecretBytes, `must have at most ${mostSecretBytes} bytes`)
      .transform((text) => text || null)
      .default(null),
  })
  .transform((form) => ({
    mode: form['hub.mode'],
    topic: form['hub.topic'],
    // One spelling: what a host is asked is counted by it.
    callback: new URL(form['hub.callback']).href,
    leaseSeconds: form['hub.lease_seconds'],
    secret: form['hub.secret'],
  }))
