import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Listener = {
  readonly url: string
  /** Bodies of all messages so far, in the order they came. */
  readonly messages: readonly string[]
  readonly close: () => void
}

/** A program of somebody else on this machine: takes every message, and confirms every subscription. */
export async function listen(): Promise<Listener> {
  const messages: string[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const challenge = new URL(request.url ?? '/', 'http://localhost').searchParams.get('hub.challenge')
    if (!challenge) messages.push(body)
    response.end(challenge ?? 'taken')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    messages,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
