import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { drain } from './drain.ts'

type Held = { readonly server: Server; readonly url: string; readonly arrived: Promise<ServerResponse> }

async function holdingServer(): Promise<Held> {
  const server = createServer()
  const arrived = once(server, 'request').then(([, response]) => response as ServerResponse)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, arrived }
}

async function fetchText(url: string, agent: Agent): Promise<string> {
  const [response] = (await once(get(url, { agent }), 'response')) as [IncomingMessage]
  return (await response.toArray()).join('')
}

test('a request in progress is answered, then its kept-alive connection closes', async () => {
  const { server, url, arrived } = await holdingServer()
  const agent = new Agent({ keepAlive: true })
  const text = fetchText(url, agent)
  const response = await arrived
  const drained = drain(server, 5_000)
  response.end('whole')
  assert.equal(await text, 'whole')
  await drained
  agent.destroy()
})

test('an idle connection does not hold up the end', async () => {
  const { server, url, arrived } = await holdingServer()
  const agent = new Agent({ keepAlive: true })
  void arrived.then((response) => response.end('done'))
  await fetchText(url, agent)
  await drain(server, 60_000)
  agent.destroy()
})

test('a connection that was upgraded does not hold up the end', async () => {
  const { server, url } = await holdingServer()
  server.on('upgrade', (_, socket) =>
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
  )
  const request = get(url, { headers: { Connection: 'Upgrade', Upgrade: 'x' } })
  const [, socket] = await once(request, 'upgrade')
  await drain(server, 100)
  socket.destroy()
})

test('a request that never ends is cut when patience runs out', async () => {
  const { server, url, arrived } = await holdingServer()
  const agent = new Agent()
  const cut = assert.rejects(fetchText(url, agent))
  await arrived
  await drain(server, 100)
  await cut
})
