import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { hasTooMuchText } from './png-text.ts'

const png = await sharp({ create: { width: 200, height: 200, channels: 3, background: 'red' } })
  .png()
  .toBuffer()

function chunk(type: string, ...parts: readonly (string | Buffer)[]): Buffer {
  const named = Buffer.concat([type, ...parts].map((part) => Buffer.from(part)))
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(named.length - 4, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

/** Behind the header, which is 33 bytes long with its signature. */
const withChunks = (...chunks: readonly Buffer[]) => Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)])
const packed = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 'a'))

test('texts are measured as the decoder would unpack them, however they are packed', () => {
  const small = packed(1)
  for (const [name, bomb, harmless] of [
    ['plain', [chunk('tEXt', 'Comment\0', Buffer.alloc(9e6, 'a'))], [chunk('tEXt', 'Comment\0', 'A lake')]],
    ['packed', [chunk('zTXt', 'Comment\0\0', packed(9))], [chunk('zTXt', 'Comment\0\0', small)]],
    [
      'international',
      [chunk('iTXt', 'XML:com.adobe.xmp\0\x01\0en\0\0', packed(9))],
      [chunk('iTXt', 'XML:com.adobe.xmp\0\x01\0\0\0', small), chunk('iTXt', 'Title\0\0\0\0\0', 'A lake')],
    ],
    ['many', Array.from({ length: 9 }, () => chunk('zTXt', 'Comment\0\0', small)), []],
  ] as const) {
    assert.equal(hasTooMuchText(withChunks(...bomb)), true, name)
    assert.equal(hasTooMuchText(withChunks(...harmless)), false, name)
  }
})

test('what is cut off or broken is left to the decoder', () => {
  const broken = withChunks(
    chunk('zTXt', 'no end'),
    chunk('zTXt', 'Comment\0\0', 'not packed'),
    chunk('iTXt', 'x\0\x01'),
  )
  for (const bytes of [png, broken, png.subarray(0, 40), png.subarray(0, 8), Buffer.from('\xff'.repeat(64), 'latin1')])
    assert.equal(hasTooMuchText(bytes), false)
})
