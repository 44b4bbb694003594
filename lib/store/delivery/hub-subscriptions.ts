import type { Cargo } from '#lib/domain/delivery/delivery.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { takeTurns } from '#lib/store/database/take-turns.ts'

type Pair = { readonly topic: string; readonly callback: string }
type VerifyCargo = Extract<Cargo, { readonly channel: 'hub_verify' }>

/**
 * Programs anywhere can ask, in anybody's name: what one host is asked in an hour is bounded, or our hub could be made to flood it, and
 * so is what waits for all of them.
 */
const mostOfHost = 100
const hostWindowMs = 3_600_000
const mostWaiting = 2_000
/** Each gets the whole feed at every change. */
const mostFollowers = 10_000

/** Asks the callback, soon, whether it really wants what was asked in its name. False: too much was asked already. */
export async function askSubscriber(
  question: Pair & {
    readonly mode: VerifyCargo['mode']
    readonly leaseSeconds: number
    readonly secret: string | null
    readonly now: Date
  },
): Promise<boolean> {
  const { callback, now, ...cargo } = question
  return inTransaction(async (open) => {
    // One after another: a hundred at once would each see the ninety-nine before none of them was written.
    await takeTurns('hub questions')
    const since = new Date(now.getTime() - hostWindowMs)
    const target = { startsWith: `${new URL(callback).origin}/` }
    const [ofHost, waiting] = [
      await open.delivery.count({ where: { channel: 'hub_verify', createdAt: { gt: since }, target } }),
      await open.delivery.count({ where: { channel: 'hub_verify', nextAt: { not: null } } }),
    ]
    if (ofHost >= mostOfHost || waiting >= mostWaiting) return false
    if (cargo.mode === 'subscribe' && !(await hasRoom({ topic: cargo.topic, callback }, now))) return false
    await open.delivery.create({
      data: { channel: 'hub_verify', target: callback, cargo, createdAt: now, nextAt: now },
    })
    return true
  })
}

/** Who follows a feed already may go on. */
async function hasRoom(pair: Pair, now: Date): Promise<boolean> {
  return (await countSubscriptions(now)) < mostFollowers || (await findSubscription(pair, now)) !== null
}

/** It wants it. A new secret or lease takes the place of the old one. */
export async function keepSubscription(
  subscription: Pair & { readonly secret: string | null; readonly leaseUntil: Date; readonly now: Date },
): Promise<void> {
  const { topic, callback, secret, leaseUntil, now } = subscription
  await database().hubSubscription.upsert({
    where: { topic_callback: { topic, callback } },
    create: { topic, callback, secret, leaseUntil, createdAt: now },
    update: { secret, leaseUntil },
  })
}

export async function dropSubscription({ topic, callback }: Pair): Promise<void> {
  await database().hubSubscription.deleteMany({ where: { topic, callback } })
}

/** Null: it ended, or its lease did, while the message waited. */
export async function findSubscription(
  { topic, callback }: Pair,
  now: Date,
): Promise<{ readonly secret: string | null } | null> {
  const where = { topic, callback, leaseUntil: { gt: now } }
  return database().hubSubscription.findFirst({ where, select: { secret: true } })
}

export async function countSubscriptions(now: Date): Promise<number> {
  return database().hubSubscription.count({ where: { leaseUntil: { gt: now } } })
}

export async function forgetEndedSubscriptions(now: Date): Promise<void> {
  await database().hubSubscription.deleteMany({ where: { leaseUntil: { lte: now } } })
}
