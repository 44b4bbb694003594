import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { database, databaseUrl } from '../database/client.ts'
import { Prisma } from '../generated/client.ts'

/** A change that committed: what is out of date because of it. */
export type OutboxEntry = {
  readonly id: bigint
  readonly tags: readonly string[]
  readonly hard: boolean
  /** How long ago its transaction began, by the database's clock alone; 0 when it was heard as it committed. */
  readonly ageMs: number
}

export type ListenerState = 'listening' | 'lost'

export type OutboxListener = { readonly stop: () => Promise<void> }

const pageSize = 500
const age = Prisma.sql`(extract(epoch FROM clock_timestamp() - "at") * 1000)::float8`

/** Every entry after `id`, in order. */
export async function readOutboxSince(id: bigint): Promise<readonly OutboxEntry[]> {
  const entries: OutboxEntry[] = []
  for (let last = id; ; ) {
    const page = await database().$queryRaw<OutboxEntry[]>`
      SELECT "id", "tags", "hard", ${age} AS "ageMs" FROM "Outbox" WHERE "id" > ${last} ORDER BY "id" LIMIT ${pageSize}`
    entries.push(...page)
    const end = page.at(-1)
    if (!end || page.length < pageSize) return entries
    last = end.id
  }
}

/** The id of the newest entry, 0 when there is none. */
export async function findOutboxEnd(): Promise<bigint> {
  const [row] = await database().$queryRaw<{ id: bigint }[]>`SELECT coalesce(max("id"), 0) AS "id" FROM "Outbox"`
  return row?.id ?? 0n
}

/**
 * Ids are given before a transaction commits, so an entry can appear after a later one was seen. A replay begins this many
 * earlier: writers hold their place in the line for milliseconds, and a purge done twice does no harm.
 */
const replayOverlap = 500n

const pingEveryMs = 15_000
const answerWithinMs = 3000
const slowestRetryMs = 5000

/**
 * Calls `onEntry` for every change that commits, on a connection of its own. A lost connection is taken up again, and what
 * happened meanwhile is replayed: entries can come twice, none is missed. `since` is the last entry that an earlier process
 * saw. `onState` tells when nothing can be heard, so that nobody relies on silence.
 */
export function listenToOutbox(
  onEntry: (entry: OutboxEntry) => void,
  onState: (state: ListenerState) => void,
  since: bigint | null = null,
): OutboxListener {
  const stopping = new AbortController()
  const ended = keepListening({ onEntry, onState, since, signal: stopping.signal })
  return {
    stop: () => {
      stopping.abort()
      return ended
    },
  }
}

type Listening = {
  readonly onEntry: (entry: OutboxEntry) => void
  readonly onState: (state: ListenerState) => void
  readonly since: bigint | null
  readonly signal: AbortSignal
}

async function keepListening({ onEntry, onState, since, signal }: Listening): Promise<void> {
  let last = since
  let failures = 0
  const heard = (entry: OutboxEntry) => {
    if (last === null || entry.id > last) last = entry.id
    onEntry(entry)
  }
  while (!signal.aborted) {
    try {
      await listenOnce({
        signal,
        heard,
        onListening: async () => {
          // Listening first and replaying after leaves no gap between the two.
          if (last === null) last = await findOutboxEnd()
          else for (const entry of await readOutboxSince(last > replayOverlap ? last - replayOverlap : 0n)) heard(entry)
          failures = 0
          onState('listening')
        },
      })
    } catch {
      // Whatever broke the connection, the answer is the same: say so, wait, connect again.
    }
    if (signal.aborted) return
    onState('lost')
    const waitMs = Math.min(slowestRetryMs, 100 * 2 ** failures++)
    await pause(waitMs, undefined, { signal }).catch(() => undefined)
  }
}

/** Listens until the connection breaks or the signal comes; throws when it broke. */
async function listenOnce(once: {
  readonly signal: AbortSignal
  readonly heard: (entry: OutboxEntry) => void
  readonly onListening: () => Promise<void>
}): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl(),
    connectionTimeoutMillis: answerWithinMs,
    query_timeout: answerWithinMs,
    keepAlive: true,
    application_name: 'masthead outbox',
  })
  const broken = Promise.withResolvers<never>()
  // Awaited below; a break during the steps before must not count as unhandled.
  broken.promise.catch(() => undefined)
  client.on('error', broken.reject)
  client.on('end', () => broken.reject(new Error('The connection ended')))
  client.on('notification', ({ payload }) => {
    entryOf(payload ?? '').then((entry) => entry && once.heard(entry), broken.reject)
  })
  try {
    await client.connect()
    await client.query('LISTEN masthead')
    await once.onListening()
    while (!once.signal.aborted) {
      await Promise.race([
        broken.promise,
        pause(pingEveryMs, undefined, { signal: once.signal }).catch(() => undefined),
      ])
      if (!once.signal.aborted) await client.query('SELECT 1')
    }
  } finally {
    await Promise.race([client.end().catch(() => undefined), pause(answerWithinMs, undefined, { ref: false })])
  }
}

/** The entry that a notification tells of; one too long for a notification is read from its row. */
async function entryOf(payload: string): Promise<OutboxEntry | null> {
  const { id, tags, hard }: { id: number; tags?: readonly string[]; hard?: boolean } = JSON.parse(payload)
  if (tags) return { id: BigInt(id), tags, hard: hard ?? false, ageMs: 0 }
  const [entry] = await database().$queryRaw<
    OutboxEntry[]
  >`SELECT "id", "tags", "hard", 0::float8 AS "ageMs" FROM "Outbox" WHERE "id" = ${BigInt(id)}`
  return entry ?? null
}
