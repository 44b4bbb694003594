import { setTimeout as pause } from 'node:timers/promises'
import { send } from '#lib/outbound/send.ts'

export type Feed = { readonly type: string; readonly body: string }

/** What the page cache takes of one page. */
const mostBytes = 8 * 1024 * 1024
/** All readings together: with the sending after them they end before the lease of the delivery (lib/store/delivery/attempts.ts). */
const timeoutMs = 20_000
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
    ...({ url: `${ownOrigin}${pathname}${search}`, method: 'GET', mostBytes, mayBePrivate: true } as const),
    headers: { Host: new URL(siteUrl).host },
  }
  const end = Date.now() + timeoutMs
  for (let leftMs = timeoutMs; leftMs > 0; leftMs = end - Date.now()) {
    const answer = await send({ ...request, timeoutMs: leftMs })
    if (!answer.ok || answer.value.status !== 200 || answer.value.isCut) return null
    const { headers, body } = answer.value
    if (!/detail=(revalidating|error)/.test(headers['cache-status'] ?? ''))
      return { type: headers['content-type'] ?? 'application/octet-stream', body }
    await pause(betweenReadsMs)
  }
  return null
}
