import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/**
 * Closes a server so that no request is cut off: no new connection, idle ones closed, requests in progress answered,
 * each as its connection's last. What is not done after `withinMs` is cut.
 */
export async function drain(server: Server, withinMs: number): Promise<void> {
  const closed = new Promise<void>((settle) => server.close(() => settle()))
  const lastAnswer = (_: IncomingMessage, response: ServerResponse) => response.setHeader('Connection', 'close')
  server.prependListener('request', lastAnswer)
  // Answers whose head went out before the drain leave their connection open; it is idle from then on.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const patience = setTimeout(() => server.closeAllConnections(), withinMs)
  await closed
  clearInterval(sweep)
  clearTimeout(patience)
}
