import { setTimeout as pause } from 'node:timers/promises'
import { claimDelivery, endAttempt, forgetDeliveries } from '#lib/store/delivery/attempts.ts'
import { findDeliverySettings } from '#lib/store/delivery/delivery-settings.ts'
import { forgetEndedSubscriptions } from '#lib/store/delivery/hub-subscriptions.ts'
import { sendOutChanges } from '#lib/store/delivery/send-out.ts'
import { attemptDelivery, type DeliveryGround } from './attempt-delivery.ts'
import { planDeliveries } from './plan-deliveries.ts'
import type { Job } from './publish-due.ts'

const lookEveryMs = 1_000
const slowestRetryMs = 10_000
/** Receivers are slow and many: while one is waited for, others are told. */
const hands = 4
/** As long as the log can be asked what a partner was told. */
const keptMs = 30 * 24 * 3_600_000
const forgetEveryMs = 3_600_000

/**
 * Tells other programs of what changed, in every process that serves: webhooks, hubs, subscribers, search engines. A change is written
 * out once (store/delivery/send-out.ts); a message is sent until it is taken or given up.
 */
export function startDelivering(ground: DeliveryGround, log: (message: string, error?: unknown) => void): Job {
  const stopping = new AbortController()
  const ended = keepDelivering(ground, stopping.signal, log)
  return {
    stop: () => {
      stopping.abort()
      return ended
    },
  }
}

async function keepDelivering(
  ground: DeliveryGround,
  signal: AbortSignal,
  log: (message: string, error?: unknown) => void,
): Promise<void> {
  let failures = 0
  let forgottenAt = Date.now()
  while (!signal.aborted) {
    let waitMs = lookEveryMs
    try {
      await sendOutAll(ground, signal)
      await Promise.all(Array.from({ length: hands }, () => deliverAll(ground, signal)))
      if (Date.now() - forgottenAt > forgetEveryMs) {
        forgottenAt = Date.now()
        await forgetDeliveries(new Date(forgottenAt - keptMs))
        await forgetEndedSubscriptions(new Date(forgottenAt))
      }
      failures = 0
    } catch (error) {
      if (failures === 0) log('Other programs could not be told of changes', error)
      waitMs = Math.min(slowestRetryMs, lookEveryMs * 2 ** failures++)
    }
    await pause(waitMs, undefined, { signal }).catch(() => undefined)
  }
}

async function sendOutAll({ siteUrl }: DeliveryGround, signal: AbortSignal): Promise<void> {
  const settings = await findDeliverySettings()
  const plan: Parameters<typeof sendOutChanges>[1] = (change, targets) =>
    planDeliveries(change, { siteUrl, settings, targets })
  while (!signal.aborted && (await sendOutChanges(new Date(), plan)) > 0);
}

async function deliverAll(ground: DeliveryGround, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const delivery = await claimDelivery(new Date())
    if (!delivery) return
    const end = await attemptDelivery(delivery, ground, new Date())
    await endAttempt({ id: delivery.id, attempts: delivery.attempts, end, now: new Date(), chance: Math.random() })
  }
}
