import { setTimeout as pause } from 'node:timers/promises'
import { mostAttempts } from '#lib/domain/delivery/backoff.ts'
import {
  type AttemptEnd,
  type ClaimedDelivery,
  claimDelivery,
  endAttempt,
  forgetDeliveries,
} from '#lib/store/delivery/attempts.ts'
import { findDeliverySettings } from '#lib/store/delivery/delivery-settings.ts'
import { forgetChanges } from '#lib/store/delivery/forget-changes.ts'
import { forgetEndedSubscriptions } from '#lib/store/delivery/hub-subscriptions.ts'
import { sendOutChanges } from '#lib/store/delivery/send-out.ts'
import { attemptDelivery, type DeliveryGround } from './attempt-delivery.ts'
import { type Job, type Log, startJob } from './job.ts'
import { planDeliveries } from './plan-deliveries.ts'

const lookEveryMs = 1_000
const slowestRetryMs = 10_000
/** Receivers are slow and many: while one is waited for, others are told. Each is told one thing at a time, in its order. */
const mostHands = 8
/** As long as the log can be asked what a partner was told. */
const keptMs = 30 * 24 * 3_600_000
const forgetEveryMs = 3_600_000
/**
 * Longer than any copy on a disk is used (lib/edge/store/purge-log.ts, 30 days): a node that was away for longer missed only changes
 * that nothing of its own is made from.
 */
const changesKeptMs = 35 * 24 * 3_600_000

/**
 * Tells other programs of what changed, in every process that serves: webhooks, hubs, subscribers, search engines. A change is written
 * out once (lib/store/delivery/send-out.ts); a message is sent until it is taken or given up.
 */
export function startDelivering(ground: DeliveryGround, log: Log): Job {
  return startJob((signal) => keepDelivering(ground, signal, log))
}

async function keepDelivering(ground: DeliveryGround, signal: AbortSignal, log: Log): Promise<void> {
  const hands: Hands = new Map()
  let failures = 0
  let forgottenAt = Date.now()
  let forgottenTo: bigint | null = 0n
  while (!signal.aborted) {
    let waitMs = lookEveryMs
    try {
      await sendOutAll(ground, signal)
      await takeUp(hands, ground, log)
      if (Date.now() - forgottenAt > forgetEveryMs) {
        forgottenAt = Date.now()
        await forgetDeliveries(new Date(forgottenAt - keptMs))
        await forgetEndedSubscriptions(new Date(forgottenAt))
        forgottenTo ??= 0n
      }
      // A few of them each time it looks: deliveries don't wait for the rest.
      if (forgottenTo !== null)
        forgottenTo = await forgetChanges({ before: new Date(Date.now() - changesKeptMs), after: forgottenTo })
      failures = 0
    } catch (error) {
      if (failures === 0) log('Other programs could not be told of changes', error)
      waitMs = Math.min(slowestRetryMs, lookEveryMs * 2 ** failures++)
    }
    await pauseUntilFree(waitMs, hands, signal)
  }
  await Promise.all(hands.values())
}

/** Deliveries under way, by their target. */
type Hands = Map<string, Promise<void>>

/** Waits until it is time to look again, or one hand is free. */
async function pauseUntilFree(waitMs: number, hands: Hands, signal: AbortSignal): Promise<void> {
  const isFree = new AbortController()
  const waited = pause(waitMs, undefined, { signal: AbortSignal.any([signal, isFree.signal]) }).catch(() => undefined)
  await Promise.race([waited, ...hands.values()])
  isFree.abort()
}

async function sendOutAll({ siteUrl, indexNowUrl }: DeliveryGround, signal: AbortSignal): Promise<void> {
  const settings = await findDeliverySettings()
  const plan: Parameters<typeof sendOutChanges>[1] = (change, targets) =>
    planDeliveries(change, { siteUrl, indexNowUrl, settings, targets })
  while (!signal.aborted && (await sendOutChanges(new Date(), plan)) > 0);
}

/** Gives what is due to free hands, and waits for none of them. */
async function takeUp(hands: Hands, ground: DeliveryGround, log: Log): Promise<void> {
  while (hands.size < mostHands) {
    const delivery = await claimDelivery(new Date(), [...hands.keys()])
    if (!delivery) return
    const { id, attempts, target } = delivery
    const work = attemptOnce(delivery, ground, log)
      .then((end) => endAttempt({ id, attempts, end, now: new Date(), chance: Math.random() }))
      // Its lease runs out, and then it is tried again.
      .catch((error) => log(`What came of delivery ${id} could not be written down`, error))
      .finally(() => hands.delete(target))
    hands.set(target, work)
  }
}

/** Never throws: what fails for a reason of its own is given up after as many attempts as anything else. */
async function attemptOnce(delivery: ClaimedDelivery, ground: DeliveryGround, log: Log): Promise<AttemptEnd> {
  // Counted, and never written down: processes died with it.
  if (delivery.attempts > mostAttempts) return { kind: 'hopeless', status: null, problem: 'it was never ended' }
  try {
    return await attemptDelivery(delivery, ground, new Date())
  } catch (error) {
    log(`Delivery ${delivery.id} could not be tried`, error)
    return { kind: 'failed', status: null, problem: 'internal' }
  }
}
