import { createHmac } from 'node:crypto'

/**
 * Secret of one webhook, in the form of Standard Webhooks (`whsec_` and base64): made from the program's own secret and the webhook's
 * salt, so that none is stored and a new salt makes a new one.
 */
export function webhookSecret(authSecret: string, salt: string): string {
  return `whsec_${createHmac('sha256', authSecret).update(`webhook:${salt}`).digest('base64')}`
}

/** Headers by which a receiver knows that a message is ours, whole, and not an old one sent again (Standard Webhooks 1.0.0). */
export function webhookHeaders(message: {
  readonly id: string
  readonly sentAt: Date
  readonly body: string
  readonly secret: string
}): Readonly<Record<string, string>> {
  const { id, sentAt, body, secret } = message
  const seconds = String(Math.floor(sentAt.getTime() / 1000))
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` }
}
