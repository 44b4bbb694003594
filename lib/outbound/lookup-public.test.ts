import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { promises } from 'node:dns'
import { after, before, test } from 'node:test'
import { lookupPublic, PrivateAddressError } from './lookup-public.ts'

/** What a name server says of the names of this test: addresses of IPv4; null: nothing, ever. */
const names: Readonly<Record<string, readonly string[] | null>> = {
  'open.example': ['93.184.215.14'],
  'inside.example': ['10.0.0.7'],
  'metadata.example': ['169.254.169.254'],
  'both.example': ['93.184.215.14', '127.0.0.1'],
  'silent.example': null,
}
const server = createSocket('udp4')
const resolver = new promises.Resolver({ timeout: 200, tries: 1 })
before(async () => {
  await new Promise<void>((bound) => server.bind(0, '127.0.0.1', bound))
  resolver.setServers([`127.0.0.1:${server.address().port}`])
})
after(() => server.close())

server.on('message', (question, { port, address }) => {
  const labels: string[] = []
  let at = 12
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  const known = names[labels.join('.')]
  if (known === null) return
  const isFour = question.readUInt16BE(at + 1) === 1
  const records = (isFour ? (known ?? []) : []).map((one) =>
    // A pointer to the name, A, IN, a minute, four bytes (RFC 1035, 4.1.3).
    Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...one.split('.').map(Number)]),
  )
  const head = Buffer.from(question.subarray(0, 12))
  // An answer; "no such name" where there is none.
  head.writeUInt16BE(known ? 0x8180 : 0x8183, 2)
  head.writeUInt16BE(records.length, 6)
  head.writeUInt32BE(0, 8)
  server.send(Buffer.concat([head, question.subarray(12, at + 5), ...records]), port, address)
})

function found(host: string): Promise<unknown> {
  return new Promise((answer) =>
    lookupPublic(resolver)(host, { all: true }, (error, addresses) => answer(error ?? addresses)),
  )
}

test('a name on the internet has its addresses', async () => {
  assert.deepEqual(await found('open.example'), [{ address: '93.184.215.14', family: 4 }])
})

test('a name that leads inside is closed, and one closed address closes the open ones', async () => {
  for (const host of ['inside.example', 'metadata.example', 'both.example', 'localhost', 'a.localhost.'])
    assert.ok((await found(host)) instanceof PrivateAddressError, host)
})

test('a name that is none, and a name server that is silent, end as errors', async () => {
  for (const host of ['nothing.example', 'silent.example']) {
    const answer = await found(host)
    assert.ok(answer instanceof Error && !(answer instanceof PrivateAddressError), host)
  }
})
