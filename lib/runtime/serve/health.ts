import type { ServerResponse } from 'node:http'

/** So that asking often costs the database nothing. */
const answerHoldsMs = 1_000

/** 200 while the process serves, also without its database: a balancer must not take away what readers still get. */
export function healthHandler(isDatabaseUp: () => Promise<boolean>) {
  let asked: Promise<boolean> | null = null
  let askedAt = 0
  return async (response: ServerResponse): Promise<void> => {
    const now = performance.now()
    if (!asked || now - askedAt > answerHoldsMs) {
      asked = isDatabaseUp()
      askedAt = now
    }
    const body = `${JSON.stringify({ status: 'ok', database: (await asked) ? 'up' : 'down' })}\n`
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
    })
    response.end(body)
  }
}
