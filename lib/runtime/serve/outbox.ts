import type { Purge } from '#lib/edge/contract.ts'
import { findOutboxEnd, type ListenerState, listenToOutbox } from '#lib/store/outbox/outbox.ts'
import { readPosition, writePosition } from './outbox-position.ts'

type Follower = {
  /** Settles when the first connection stands or has failed: from then on the page cache hears of every change. */
  readonly ready: Promise<void>
  readonly stop: () => Promise<void>
}

/** A write a second at most, however much is published. */
const writeEveryMs = 1_000

/** Purges the page cache with every change that commits, beginning with those that came while this node was down. */
export function followOutbox(options: {
  readonly purge: (purge: Purge) => void
  readonly varDir: string
  readonly log: (message: string, error?: unknown) => void
}): Follower {
  const { purge, varDir, log } = options
  const ready = Promise.withResolvers<void>()
  let position: bigint | null = null
  let written: bigint | null = null
  let state: ListenerState | null = null

  const keep = () => {
    if (position === null || position === written) return
    try {
      writePosition(varDir, position)
      written = position
    } catch (error) {
      log('How far the outbox was heard could not be kept', error)
    }
  }
  const writer = setInterval(keep, writeEveryMs)
  writer.unref()
  const listening = startOf(varDir).then((since) => {
    position = since
    written = readPosition(varDir)
    return listenToOutbox(
      ({ id, tags, hard, ageMs }) => {
        purge({ tags, hard, ageMs })
        if (position === null || id > position) position = id
      },
      (next) => {
        if (next !== state && (next === 'lost' || state === 'lost')) log(words[next])
        state = next
        ready.resolve()
      },
      since,
    )
  })
  return {
    ready: ready.promise,
    stop: async () => {
      clearInterval(writer)
      await (await listening).stop()
      keep()
    },
  }
}

const words = {
  lost: 'The database does not answer: stored copies are served.',
  listening: 'The database answers: changes since then are taken up.',
} as const satisfies Record<ListenerState, string>

/** Where to begin. A database whose outbox ends before that is another one, or an older copy: all of it is replayed. */
async function startOf(varDir: string): Promise<bigint | null> {
  const kept = readPosition(varDir)
  try {
    const end = await findOutboxEnd()
    return kept !== null && kept > end ? 0n : (kept ?? end)
  } catch {
    // Unreachable: the listener says so, and begins from what was kept when it answers.
    return kept
  }
}
