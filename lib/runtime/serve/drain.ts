import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Closes a server so that no request is cut off: no new connection, idle ones closed, requests in progress answered,
 * each as its connection's last. Settles after `withinMs` at the latest, when what is not done is cut.
 */
export async function drain(server: Server, withinMs: number): Promise<void> {
  const closed = new Promise<void>((settle) => server.close(() => settle()))
  const lastAnswer = (_: IncomingMessage, response: ServerResponse) => response.setHeader('Connection', 'close')
  server.prependListener('request', lastAnswer)
  // Answers whose head went out before the drain leave their connection open; it is idle from then on.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const patience = new AbortController()
  // Sockets that were upgraded are no longer the server's, and would hold up its end for ever.
  await Promise.race([closed, wait(withinMs, undefined, { signal: patience.signal }).catch(() => undefined)])
  patience.abort()
  server.closeAllConnections()
  clearInterval(sweep)
}
