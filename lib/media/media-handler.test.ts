import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { photograph } from './demo/test-pictures.ts'
import { mediaHandler } from './media-handler.ts'
import type { PictureFile } from './renditions/make-rendition.ts'
import { storeOriginal } from './renditions/originals.ts'
import { dropRenditions } from './renditions/rendition-store.ts'

let varDir: string
let server: Server
let origin: string
let picture: PictureFile
let isDatabaseUp = true
let questions = 0
/** A picture that nothing public shows. */
let held: PictureFile
let isHeldPublic = false
/** Runs when the held picture was looked up, before what was found is known. */
let onceFound = async () => {}
const openPreview = `preview-1-1-${'a'.repeat(32)}`

before(async () => {
  varDir = await mkdtemp(join(tmpdir(), 'masthead-media-'))
  process.env.VAR_DIR = varDir
  const stored = await storeOriginal(await photograph())
  assert.ok(stored.ok)
  picture = { ...stored.value, focus: { x: 0.5, y: 0.5 }, credit: 'Desk', copyright: null, digitalSource: null }
  const heldOne = await storeOriginal(await photograph({ width: 500, height: 400 }))
  assert.ok(heldOne.ok)
  held = { ...heldOne.value, focus: { x: 0.5, y: 0.5 }, credit: 'Desk', copyright: null, digitalSource: null }
  const handle = mediaHandler({
    find: async (token) => {
      questions++
      if (!isDatabaseUp) throw new Error('connection refused')
      if (token === held.token) {
        const found = { ...held, isPublic: isHeldPublic }
        await onceFound()
        return found
      }
      return token === picture.token ? { ...picture, isPublic: true } : null
    },
    findPreviewed: async (token) => (token === openPreview ? held.token : null),
    isColleague: async (request) => request.headers.cookie === 'desk',
  })
  server = createServer(async (request, response) => {
    if (!(await handle(request, response))) response.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(async () => {
  server.close()
  await rm(varDir, { recursive: true })
})

const at = (name: string, token = picture.token) => `${origin}/media/${token}/${name}`

test('a rendition is made once however many ask, kept on disk, and said to be immutable', async () => {
  const before = questions
  const answers = await Promise.all(Array.from({ length: 8 }, () => fetch(at('16x9-320.webp'))))
  const bodies = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())))
  const [answer] = answers
  assert.equal(answer?.status, 200)
  assert.equal(answer?.headers.get('content-type'), 'image/webp')
  assert.equal(answer?.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.equal(answer?.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(answer?.headers.get('content-security-policy'), "default-src 'none'; sandbox")
  assert.equal(Number(answer?.headers.get('content-length')), bodies[0]?.length)
  assert.match(answer?.headers.get('etag') ?? '', /^"[\w-]{22}"$/)
  for (const body of bodies) assert.deepEqual(body, bodies[0])
  const folder = join(varDir, 'media', 'renditions', picture.token)
  assert.deepEqual(await readdir(folder), ['16x9-320.webp'])
  assert.deepEqual(await readFile(join(folder, '16x9-320.webp')), bodies[0])

  const asked = questions
  assert.ok(asked > before)
  assert.equal((await fetch(at('16x9-320.webp'))).status, 200)
  assert.equal(questions, asked, 'a kept rendition asks nothing of the database')
})

test('HEAD says the same without the bytes, and a known tag gets 304', async () => {
  const full = await fetch(at('16x9-320.webp'))
  const head = await fetch(at('16x9-320.webp'), { method: 'HEAD' })
  assert.equal(head.status, 200)
  assert.equal((await head.arrayBuffer()).byteLength, 0)
  assert.equal(head.headers.get('content-length'), full.headers.get('content-length'))
  const etag = full.headers.get('etag') ?? ''
  for (const known of [etag, `"other", W/${etag}`, '*']) {
    const again = await fetch(at('16x9-320.webp'), { headers: { 'if-none-match': known } })
    assert.equal(again.status, 304, known)
    assert.equal(again.headers.get('etag'), etag)
    assert.equal(again.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  }
  assert.equal((await fetch(at('16x9-320.webp'), { headers: { 'if-none-match': '"other"' } })).status, 200)
})

test('a size outside the table, larger than the original, or of an unknown picture is not found, and nothing is made', async () => {
  const addresses = [
    at('16x9-321.webp'),
    at('16x9-1200.webp'),
    at('16x9-320.png'),
    `${at('16x9-320.webp')}?v=2`,
    at('16x9-320.webp', 'AAAAAAAAAAAAAAAAAAAAAAAA'),
    `${origin}/media/`,
    `${origin}/media/originals/${picture.sha256}`,
    `${origin}/media/..%2foriginals/whole-320.jpg`,
  ]
  for (const address of addresses) {
    const answer = await fetch(address)
    assert.equal(answer.status, 404, address)
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.doesNotMatch(answer.headers.get('cache-control') ?? '', /immutable/)
  }
  assert.deepEqual(await readdir(join(varDir, 'media', 'renditions')), [picture.token])
})

test('with the database down, stored pictures are served and others ask to come back', async () => {
  isDatabaseUp = false
  try {
    assert.equal((await fetch(at('16x9-320.webp'))).status, 200)
    const answer = await fetch(at('1x1-160.jpg'))
    assert.equal(answer.status, 503)
    assert.equal(answer.headers.get('retry-after'), '5')
    assert.equal(answer.headers.get('cache-control'), 'no-store')
  } finally {
    isDatabaseUp = true
  }
  assert.equal((await fetch(at('1x1-160.jpg'))).status, 200)
})

test('other methods are refused and other paths are left alone', async () => {
  const answer = await fetch(at('16x9-320.webp'), { method: 'POST' })
  assert.equal(answer.status, 405)
  assert.equal(answer.headers.get('allow'), 'GET, HEAD')
  assert.equal((await fetch(`${origin}/mediation`)).status, 418)
})

test('what is not public yet is shown to the newsroom and in an open preview, kept by nobody, and to nobody else', async () => {
  const name = '4x3-320.jpg'
  const outside = await fetch(at(name, held.token))
  assert.equal(outside.status, 404)
  assert.equal(outside.headers.get('cache-control'), 'no-store')
  const desk = await fetch(at(name, held.token), { headers: { cookie: 'desk' } })
  assert.equal(desk.status, 200)
  assert.equal(desk.headers.get('cache-control'), 'private, no-cache')
  assert.equal(desk.headers.get('cross-origin-resource-policy'), 'same-origin')
  // Drawn for a colleague, and still nobody else's.
  assert.equal((await fetch(at(name, held.token))).status, 404)
  const preview = await fetch(at(name, openPreview))
  assert.equal(preview.status, 200)
  assert.equal(preview.headers.get('cache-control'), 'private, no-store')
  assert.equal((await fetch(at(name, openPreview.replace('-1-1-', '-2-1-')))).status, 404)
  assert.ok(!(await readdir(join(varDir, 'media', 'renditions'))).includes(held.token), 'not in the public folder')
})

test('from its publication on everyone gets it', async () => {
  isHeldPublic = true
  const answer = await fetch(at('4x3-320.jpg', held.token))
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.deepEqual(await readdir(join(varDir, 'media', 'renditions', held.token)), ['4x3-320.jpg'])
})

test('hidden with its article it is nobody’s again, also when it was looked up just before', async () => {
  isHeldPublic = true
  onceFound = async () => {
    onceFound = async () => {}
    isHeldPublic = false
    await dropRenditions(held.token)
  }
  for (const name of ['1x1-320.jpg', '4x3-320.jpg']) assert.equal((await fetch(at(name, held.token))).status, 404)
  assert.ok(!(await readdir(join(varDir, 'media', 'renditions'))).includes(held.token))
})
