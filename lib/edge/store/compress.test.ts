import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compress, unpooled } from './compress.ts'

test('what is kept for long holds no pool of other buffers', async () => {
  const { br, gzip } = await compressed('a page of some size '.repeat(2000))
  for (const bytes of [br, gzip]) assert.equal(bytes.buffer.byteLength, bytes.length)
  const small = Buffer.from('cut out of a pool')
  assert.notEqual(small.buffer.byteLength, small.length)
  assert.equal(unpooled(small).buffer.byteLength, small.length)
  assert.deepEqual(unpooled(small), small)
})

async function compressed(text: string) {
  const bodies = await compress(Buffer.from(text), 'quick')
  return bodies.kind === 'compressed' ? bodies : assert.fail()
}
