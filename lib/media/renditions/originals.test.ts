import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { photograph } from '#lib/media/demo/test-pictures.ts'
import { processorMs } from '#lib/runtime/testing/processor-time.ts'
import { mostBytes, readOriginal, storeOriginal } from './originals.ts'

let varDir: string
before(async () => {
  varDir = await mkdtemp(join(tmpdir(), 'masthead-originals-'))
  process.env.VAR_DIR = varDir
})
after(() => rm(varDir, { recursive: true }))

async function refusal(bytes: Uint8Array, name?: string): Promise<string> {
  const result = await storeOriginal(bytes, name)
  return result.ok ? `taken as ${result.value.mediaType}` : result.error.kind
}

test('an upload is kept to the byte, under an unguessable token of its own', async () => {
  const bytes = await photograph()
  const [first, second] = [await storeOriginal(bytes, 'C:\\photos\\lake\u202egpj.exe.jpg'), await storeOriginal(bytes)]
  assert.ok(first.ok && second.ok)
  assert.deepEqual(await readOriginal(first.value.sha256), bytes)
  assert.equal(first.value.sha256, second.value.sha256)
  assert.notEqual(first.value.token, second.value.token)
  assert.match(first.value.token, /^[A-Za-z0-9_-]{24}$/)
  assert.equal(first.value.fileName, 'lakegpj.exe.jpg')
  assert.equal(second.value.fileName, `${second.value.sha256.slice(0, 12)}.jpeg`)
  assert.equal(first.value.bytes, bytes.length)
})

test('a long name is never cut through a sign', async () => {
  const result = await storeOriginal(await photograph(), `${'📷'.repeat(101)}.jpg`)
  assert.ok(result.ok)
  assert.ok(result.value.fileName.isWellFormed())
  assert.ok(result.value.fileName.endsWith('📷.jpg'))
})

test('width and height are as seen, after the orientation of the camera', async () => {
  const result = await storeOriginal(await photograph({ width: 400, height: 300, orientation: 6 }))
  assert.ok(result.ok)
  assert.deepEqual([result.value.width, result.value.height], [300, 400])
})

test('the content says what a file is, never its name', async () => {
  const png = await sharp({ create: { width: 200, height: 200, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const result = await storeOriginal(png, 'picture.jpg')
  assert.ok(result.ok)
  assert.equal(result.value.mediaType, 'image/png')
})

test('what is no picture is refused, whatever it calls itself', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><script>alert(1)</script></svg>'
  assert.equal(await refusal(Buffer.from(svg), 'map.png'), 'not-a-picture')
  assert.equal(await refusal(Buffer.from(`\u{FEFF}<?xml version="1.0"?>${svg}`), 'map.jpg'), 'not-a-picture')
  assert.equal(await refusal(Buffer.from('%PDF-1.7\n%âãÏÓ'), 'scan.jpg'), 'not-a-picture')
  assert.equal(await refusal(Buffer.from('GIF89a/*=1;alert(1)//'), 'fun.gif'), 'not-a-picture')
  assert.equal(await refusal(Buffer.from('<html><script>alert(1)</script>'), 'page.jpg'), 'not-a-picture')
  // The first bytes of a JPEG in front of a page: a polyglot for whoever sniffs.
  assert.equal(await refusal(Buffer.from(`\xff\xd8\xff\xe0<html><script>alert(1)</script>`, 'latin1')), 'damaged')
})

test('a photograph of a phone and an empty file have reasons of their own, by their bytes and not by their names', async () => {
  const file = (major: string, ...others: readonly string[]) => {
    const size = Buffer.alloc(4)
    size.writeUInt32BE(16 + 4 * others.length)
    return Buffer.concat([size, Buffer.from(`ftyp${major}\0\0\0\0${others.join('')}`), Buffer.alloc(64, 'mif1')])
  }
  assert.equal(await refusal(file('heic', 'mif1', 'heic'), 'lake.jpg'), 'heif')
  assert.equal(await refusal(file('mif1', 'miaf', 'heix'), 'lake.heic'), 'heif')
  // Of the same family, and no photographs of phones.
  assert.equal(await refusal(file('mif1', 'miaf', 'avif'), 'lake.heic'), 'not-a-picture')
  assert.equal(await refusal(file('isom', 'mp42'), 'film.heic'), 'not-a-picture')
  assert.equal(await refusal(Buffer.from('ftypheic'), 'lake.heic'), 'not-a-picture')
  const avif = await sharp({ create: { width: 200, height: 200, channels: 3, background: 'red' } })
    .avif({ effort: 0 })
    .toBuffer()
  assert.equal(await refusal(avif, 'lake.heic'), 'taken as image/avif')
  assert.equal(await refusal(new Uint8Array(0), 'lake.jpg'), 'empty')
})

test('a file that ends early or whose bytes are spoilt is refused', async () => {
  const whole = await photograph()
  assert.equal(await refusal(whole.subarray(0, whole.length / 2)), 'damaged')
  assert.equal(await refusal(whole.subarray(0, 20)), 'damaged')
})

test('a bomb is refused by what it claims, before it is decoded', async () => {
  const bomb = pngHeader(50_000, 50_000)
  assert.ok(bomb.length < 200)
  const ms = await processorMs(async () => assert.equal(await refusal(bomb), 'too-many-pixels'))
  assert.ok(ms < 1000, `${ms} ms`)
  assert.equal(await refusal(new Uint8Array(mostBytes + 1)), 'too-many-bytes')
})

test('a picture smaller than the smallest rendition is refused', async () => {
  const thin = await sharp({ create: { width: 900, height: 100, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  assert.equal(await refusal(thin), 'too-small')
})

test('nothing half-written and nothing refused is left in the folder', async () => {
  const files = (await readdir(varDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  assert.ok(files.length >= 3)
  for (const { name } of files) assert.match(name, /^[0-9a-f]{64}$/)
})

function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(100))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}
