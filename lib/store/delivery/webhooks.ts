import { randomBytes } from 'node:crypto'
import type { WebhookEvent } from '#lib/domain/delivery/delivery.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'

export type Webhook = {
  readonly id: number
  readonly name: string
  readonly url: string
  readonly editionId: number | null
  readonly salt: string
  readonly createdAt: Date
  readonly disabledAt: Date | null
}

export type WebhookRefusal = { readonly kind: 'no-such-webhook' }

type By = { readonly by: string; readonly now: Date }

export async function listWebhooks(): Promise<readonly Webhook[]> {
  return database().webhook.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] })
}

export async function createWebhook(
  webhook: { readonly name: string; readonly url: string; readonly editionId: number | null } & By,
): Promise<Webhook> {
  const { by, now, ...data } = webhook
  return inTransaction(async (open) => {
    const created = await open.webhook.create({ data: { ...data, salt: newSalt(), createdAt: now } })
    // Of an address the path is often the secret by which its owner knows who calls: the audit trail is read by more people.
    const details = { ...data, url: new URL(data.url).origin }
    await write({ by, now, id: created.id, action: 'create', details })
    return created
  })
}

/** Stops or resumes what a webhook is told. What happened while it was stopped is not told later. */
export async function switchWebhook(
  change: { readonly id: number; readonly isOn: boolean } & By,
): Promise<Result<void, WebhookRefusal>> {
  const { id, isOn, by, now } = change
  return inTransaction(async (open) => {
    const { count } = await open.webhook.updateMany({ where: { id }, data: { disabledAt: isOn ? null : now } })
    if (count === 0) return refuse({ kind: 'no-such-webhook' })
    if (!isOn) await open.delivery.updateMany({ where: { webhookId: id, nextAt: { not: null } }, data: stopped })
    await write({ by, now, id, action: isOn ? 'start' : 'stop', details: {} })
    return ok(undefined)
  })
}

/** A secret that leaked ends at once: the next message is signed with the new one. */
export async function renewWebhookSecret(
  change: { readonly id: number } & By,
): Promise<Result<Webhook, WebhookRefusal>> {
  const { id, by, now } = change
  return inTransaction(async (open) => {
    const found = await open.webhook.findUnique({ where: { id } })
    if (!found) return refuse({ kind: 'no-such-webhook' })
    const renewed = await open.webhook.update({ where: { id }, data: { salt: newSalt() } })
    await write({ by, now, id, action: 'renew-secret', details: {} })
    return ok(renewed)
  })
}

/** Removes a webhook; what it was told stays in the log. */
export async function deleteWebhook(change: { readonly id: number } & By): Promise<Result<void, WebhookRefusal>> {
  const { id, by, now } = change
  return inTransaction(async (open) => {
    await open.delivery.updateMany({ where: { webhookId: id, nextAt: { not: null } }, data: stopped })
    const { count } = await open.webhook.deleteMany({ where: { id } })
    if (count === 0) return refuse({ kind: 'no-such-webhook' })
    await write({ by, now, id, action: 'delete', details: {} })
    return ok(undefined)
  })
}

/** Sends a message that tells of nothing, so that a receiver can be tried out. */
export async function testWebhook(change: { readonly id: number } & By): Promise<Result<void, WebhookRefusal>> {
  const { id, by, now } = change
  return inTransaction(async (open) => {
    const webhook = await open.webhook.findUnique({ where: { id } })
    if (!webhook) return refuse({ kind: 'no-such-webhook' })
    const event: WebhookEvent = { type: 'test', timestamp: now.toISOString(), data: { article: null } }
    await open.delivery.create({
      data: {
        ...{ channel: 'webhook', target: webhook.url, webhookId: id },
        ...{ cargo: { event }, createdAt: now, nextAt: now },
      },
    })
    await write({ by, now, id, action: 'test', details: {} })
    return ok(undefined)
  })
}

const stopped = { nextAt: null, problem: 'stopped' } as const

function newSalt(): string {
  return randomBytes(16).toString('hex')
}

function write(
  event: By & { readonly id: number; readonly action: string; readonly details: object },
): Promise<unknown> {
  const { by, now, id, action, details } = event
  return appendAudit({
    actor: by,
    action: `webhook.${action}`,
    subject: `webhook:${id}`,
    details: { ...details },
    at: now,
  })
}
