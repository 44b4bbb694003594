import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, test } from 'node:test'
import { type FastLane, openFastLane } from './fast-lane.ts'

let server: Server
let lane: FastLane
const sockets: Socket[] = []
let answered: string[] = []

/** Stored: `/hit`. Everything else reaches the server, which says what it got. */
async function start(): Promise<void> {
  answered = []
  server = createServer(
    { keepAliveTimeout: 300, headersTimeout: 200, connectionsCheckingInterval: 50 },
    (request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => {
        body += chunk
      })
      request.on('end', () => {
        answered.push(`${request.method} ${request.url} ${body}`)
        response.end(`server ${request.method} ${request.url} ${body}.`)
      })
    },
  )
  lane = openFastLane(server, (get) =>
    get.url === '/hit' ? Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nlane.') : null,
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  lane.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

/** A connection, and what came over it so far. */
function open() {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  sockets.push(socket)
  let text = ''
  let isEnded = false
  socket.on('data', (chunk) => {
    text += chunk
  })
  socket.on('close', () => {
    isEnded = true
  })
  const until = async (isDone: () => boolean) => {
    const end = Date.now() + 60_000
    while (!isDone()) {
      if (Date.now() > end) throw new Error(`Only this came: ${text}`)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  return {
    socket,
    text: () => text,
    /** Waits until `part` has come `times` times. */
    got: (part: string, times = 1) => until(() => text.split(part).length > times),
    ended: () => until(() => isEnded),
  }
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`

test('stored pages go out on one connection, one after the other', async () => {
  await start()
  const client = open()
  for (let n = 1; n <= 3; n += 1) {
    client.socket.write(get('/hit'))
    await client.got('lane.', n)
  }
  assert.deepEqual(answered, [])
})

test('the first request that is not stored goes over to the server, and so does all after it', async () => {
  await start()
  const client = open()
  client.socket.write(get('/hit'))
  await client.got('lane.')
  client.socket.write(get('/miss'))
  await client.got('server GET /miss .')
  client.socket.write(get('/hit'))
  await client.got('server GET /hit .')
})

test('two requests at once are answered in order', async () => {
  await start()
  const client = open()
  client.socket.write(get('/hit') + get('/b'))
  await client.got('server GET /b')
  assert.match(client.text(), /server GET \/hit .*server GET \/b/s)
})

test('a head and a body in pieces arrive whole at the server', async () => {
  await start()
  const client = open()
  const request = 'POST /form HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\nhello world'
  for (const piece of [request.slice(0, 9), request.slice(9, 60), request.slice(60)]) {
    client.socket.write(piece)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await client.got('server POST /form hello world.')
})

test('a body that looks like a request is never taken for one', async () => {
  await start()
  const client = open()
  const inner = get('/hit')
  client.socket.write(`POST /form HTTP/1.1\r\nHost: a\r\nContent-Length: ${inner.length}\r\n\r\n`)
  await new Promise((resolve) => setTimeout(resolve, 20))
  client.socket.write(inner)
  await client.got('server POST /form')
  assert.doesNotMatch(client.text(), /lane\./)
})

test('a long body passes whole', async () => {
  await start()
  const client = open()
  const body = 'x'.repeat(1_000_000)
  client.socket.write(`POST /big HTTP/1.1\r\nHost: a\r\nContent-Length: ${body.length}\r\n\r\n${body}`)
  await client.got('x.')
  assert.equal(answered[0]?.length, 'POST /big '.length + body.length)
})

test('nonsense gets 400 from the server', async () => {
  await start()
  const client = open()
  client.socket.write('nonsense\r\n\r\n')
  await client.got('400 Bad Request')
})

test('silent and slow connections end', async () => {
  await start()
  const silent = open()
  const idle = open()
  const slow = open()
  idle.socket.write(get('/hit'))
  slow.socket.write('GET /hit HT')
  await Promise.all([silent.ended(), idle.ended(), slow.ended()])
  assert.match(idle.text(), /lane\./)
})

test('a reader who says goodbye is let go', async () => {
  await start()
  const client = open()
  client.socket.write(get('/hit'))
  await client.got('lane.')
  client.socket.end()
  await client.ended()
})

test('closing ends what waits, and new connections go to the server', async () => {
  await start()
  const waiting = open()
  waiting.socket.write(get('/hit'))
  await waiting.got('lane.')
  lane.close()
  await waiting.ended()
  const later = open()
  later.socket.write(get('/hit'))
  await later.got('server GET /hit')
})
