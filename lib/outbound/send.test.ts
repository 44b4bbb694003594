import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createRawServer } from 'node:net'
import { after, before, test } from 'node:test'
import { type Outgoing, send } from './send.ts'

const seen: string[] = []
const server = createServer(async (request, response) => {
  let body = ''
  for await (const part of request) body += part
  seen.push(`${request.method} ${request.url} ${body}`)
  if (request.url === '/slow') return
  if (request.url === '/away') response.writeHead(302, { Location: 'http://127.0.0.1/' })
  response.end(request.url === '/long' ? 'x'.repeat(200_000) : 'well')
})
let origin = ''

before(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => {
  server.closeAllConnections()
  server.close()
})

const to = (path: string, more: Partial<Outgoing> = {}): Outgoing => ({
  ...{
    url: `${origin}${path}`,
    method: 'POST',
    body: '{"a":1}',
    timeoutMs: 2_000,
    mostBytes: 1_000,
    mayBePrivate: true,
  },
  ...more,
})

test('what is sent arrives, and the answer comes back', async () => {
  const answer = await send(to('/hook'))
  assert.ok(answer.ok)
  assert.equal(answer.value.status, 200)
  assert.equal(answer.value.body, 'well')
  assert.equal(seen.at(-1), 'POST /hook {"a":1}')
})

test('a redirect is an answer, not a way', async () => {
  const answer = await send(to('/away'))
  assert.equal(answer.ok && answer.value.status, 302)
})

test('a long answer is cut', async () => {
  const answer = await send(to('/long'))
  assert.equal(answer.ok && answer.value.body.length, 1_000)
})

test('a slow target is given up', async () => {
  const answer = await send(to('/slow', { timeoutMs: 200 }))
  assert.equal(!answer.ok && answer.error.kind, 'too-slow')
})

test('this machine is refused, by number and by name, and is never asked', async () => {
  const before = seen.length
  for (const url of [origin, origin.replace('127.0.0.1', 'localhost'), origin.replace('127.0.0.1', '[::1]')]) {
    const answer = await send(to('', { url, mayBePrivate: false }))
    assert.equal(!answer.ok && answer.error.kind, 'private-address', url)
  }
  assert.equal(seen.length, before)
})

test('other schemes and addresses with passwords are refused', async () => {
  for (const url of ['file:///etc/passwd', 'ftp://example.org/', 'http://me:secret@example.org/', 'nothing']) {
    const answer = await send(to('', { url }))
    assert.equal(!answer.ok && answer.error.kind, 'bad-address', url)
  }
})

test('whatever a target answers, it ends', { timeout: 20_000 }, async (context) => {
  const answers: Readonly<Record<string, string>> = {
    '/101': 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
    '/103': 'HTTP/1.1 103 Early Hints\r\n\r\n',
    '/junk': 'hello\r\n\r\n',
    '/nothing': '',
    '/short': 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc',
    '/part': 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab',
    '/head': `HTTP/1.1 200 OK\r\nX-Long: ${'a'.repeat(40_000)}\r\n\r\n`,
  }
  const raw = createRawServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', (data) => socket.end(answers[String(data).split(' ')[1] ?? ''] ?? ''))
  })
  context.after(() => raw.close())
  await new Promise<void>((done) => raw.listen(0, '127.0.0.1', done))
  for (const path of Object.keys(answers)) {
    const url = `http://127.0.0.1:${(raw.address() as AddressInfo).port}${path}`
    const answer = await send(to('', { url, timeoutMs: 500 }))
    assert.ok(!answer.ok, path)
  }
})
