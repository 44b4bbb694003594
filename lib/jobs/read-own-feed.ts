import { setTimeout as pause } from 'node:timers/promises'
import { send } from '#lib/outbound/send.ts'

export type Feed = { readonly type: string; readonly body: string }

/** A feed in full text with many long articles. */
const mostBytes = 4 * 1024 * 1024
const timeoutMs = 10_000
const mostReads = 20
const betweenReadsMs = 150

/**
 * A feed of ours as subscribers would read it now. The page cache serves the copy before a change while it makes the new one, and
 * says so: then it is read again.
 */
export async function readOwnFeed(
  topic: string,
  { ownOrigin, siteUrl }: { readonly ownOrigin: string; readonly siteUrl: string },
): Promise<Feed | null> {
  const { pathname, search } = new URL(topic)
  const request = {
    ...({ url: `${ownOrigin}${pathname}${search}`, method: 'GET', timeoutMs, mostBytes, mayBePrivate: true } as const),
    headers: { Host: new URL(siteUrl).host },
  }
  for (let read = 1; read <= mostReads; read += 1) {
    const answer = await send(request)
    if (!answer.ok || answer.value.status !== 200) return null
    const { headers, body } = answer.value
    if (!/detail=(revalidating|error)/.test(headers['cache-status'] ?? ''))
      return { type: headers['content-type'] ?? 'application/octet-stream', body }
    await pause(betweenReadsMs)
  }
  return null
}
