import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { photograph } from '#lib/media/demo/test-pictures.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { signInToTest, signOutOfTest } from './testing/next-request.ts'

withDatabase()
const folder = await mkdtemp(join(tmpdir(), 'masthead-upload-doors-'))
process.env.VAR_DIR = folder
after(() => rm(folder, { recursive: true }))

// After next-request.ts has put its stand-ins in place.
const doors = await import('#app/(machine)/admin/uploads/route.ts')
const parts = await import('#app/(machine)/admin/uploads/[id]/route.ts')

type Given = { readonly body?: string | Buffer<ArrayBuffer>; readonly from?: number; readonly site?: string }

function ask(method: string, { body, from = 0, site = 'same-origin' }: Given = {}): Request {
  const headers = { 'sec-fetch-site': site, 'upload-offset': String(from) }
  return new Request('http://localhost/admin/uploads', { method, headers, body })
}

const announcement = (bytes: number, replaces: number | null = null, fileName = 'river.jpg') =>
  JSON.stringify({ fileName, bytes, replaces })
const at = (id: string) => ({ params: Promise.resolve({ id }) })
const methods = { GET: parts.GET, PUT: parts.PUT, DELETE: parts.DELETE } as const

test('whoever is signed out, or may not bring pictures, or comes from another site is refused at every door', async () => {
  const all = [
    (given: Given) => doors.POST(ask('POST', { body: announcement(10), ...given })),
    ...Object.entries(methods).map(
      ([method, door]) =>
        (given: Given) =>
          door(ask(method, given), at('an-upload-of-nobody')),
    ),
  ]
  for (const door of all) {
    signOutOfTest()
    assert.equal((await door({})).status, 401)
    for (const role of [null, 'contributor'] as const) {
      await signInToTest(role)
      assert.equal((await door({})).status, 403, String(role))
    }
    await signInToTest('administrator')
    assert.equal((await door({ site: 'cross-site' })).status, 403)
  }
})

test('an upload is its owner’s alone, and goes on only where it stopped', async () => {
  await signInToTest('reporter')
  const file = Buffer.from(await photograph())
  const { id } = await (await doors.POST(ask('POST', { body: announcement(file.length) }))).json()
  const half = Math.floor(file.length / 2)
  const put = (from: number, to: number) => parts.PUT(ask('PUT', { body: file.subarray(from, to), from }), at(id))
  assert.deepEqual(await (await put(0, half)).json(), { kind: 'receiving', id, received: half })
  const again = await put(0, half)
  assert.equal(again.status, 409)
  assert.deepEqual(await again.json(), { kind: 'receiving', id, received: half })
  const done = await (await put(half, file.length)).json()
  assert.equal(done.kind, 'done')
  assert.deepEqual(await (await put(half, file.length)).json(), done, 'an answer that got lost is given again')
  await signInToTest('administrator')
  for (const [method, door] of Object.entries(methods)) assert.equal((await door(ask(method), at(id))).status, 410)
})

test('a reporter puts no file in the place of a colleague’s, and nobody one that is too large', async () => {
  await signInToTest('reporter')
  assert.equal((await doors.POST(ask('POST', { body: announcement(10, 1) }))).status, 403)
  assert.equal((await doors.POST(ask('POST', { body: announcement(51 * 1024 * 1024) }))).status, 413)
  assert.equal((await doors.POST(ask('POST', { body: 'no json' }))).status, 422)
  const { id } = await (await doors.POST(ask('POST', { body: announcement(10) }))).json()
  const long = await parts.PUT(ask('PUT', { body: Buffer.alloc(11) }), at(id))
  assert.equal(long.status, 409, 'more than was announced is not taken')
})

test('an empty file is told what it is before a byte of it is sent', async () => {
  await signInToTest('reporter')
  const answer = await doors.POST(ask('POST', { body: announcement(0) }))
  assert.equal(answer.status, 422)
  assert.deepEqual(await answer.json(), { kind: 'refused', reason: { kind: 'empty' } })
})

test('a name that is no text stops no file, and a picture that can’t be is refused, not broken', async () => {
  await signInToTest('reporter')
  for (const name of ['river\0.jpg', '\ud800river.jpg', '\u202egpj.exe\n'])
    assert.equal((await doors.POST(ask('POST', { body: announcement(10, null, name) }))).status, 201)
  assert.equal((await doors.POST(ask('POST', { body: announcement(10, 3_000_000_000) }))).status, 422)
})

test('a full disk says so, and keeps no piece of the file', async () => {
  await signInToTest('reporter')
  const { id } = await (await doors.POST(ask('POST', { body: announcement(10) }))).json()
  await mkdir(join(folder, 'media', 'uploads'), { recursive: true })
  // The device on which every write fails for want of room (full(4)).
  await symlink('/dev/full', join(folder, 'media', 'uploads', id))
  const full = await parts.PUT(ask('PUT', { body: Buffer.alloc(10) }), at(id))
  assert.equal(full.status, 507)
  assert.deepEqual(await full.json(), { kind: 'refused', reason: { kind: 'disk-full' } })
  assert.equal((await parts.GET(ask('GET'), at(id))).status, 410)
})
