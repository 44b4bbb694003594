import assert from 'node:assert/strict'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { photograph } from '#lib/media/demo/test-pictures.ts'
import { originalPath } from '#lib/media/files.ts'
import { withIptc, withXmp } from '#lib/media/testing/agency-photo.ts'
import { findLibraryPicture } from '#lib/store/media/media-library.ts'
import { deletePictureRow } from '#lib/store/media/media-library-change.ts'
import { advanceUpload, createUpload, findUpload, forgetOldUploads } from '#lib/store/media/uploads.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { dropPictureFiles, readParts, writePart } from './uploads.ts'
import { takeIn } from './uploads-take-in.ts'

const db = withDatabase()
const folder = await mkdtemp(join(tmpdir(), 'masthead-uploads-'))
process.env.VAR_DIR = folder
after(() => rm(folder, { recursive: true }))
const by = { name: 'test' }
const now = new Date('2026-06-15T12:00:00Z')
let serial = 0

async function send(bytes: Buffer, replaces: number | null = null) {
  const id = `upload-number-${++serial}-padded`
  await db.query(
    `INSERT INTO "User" ("id", "name", "email", "updatedAt") VALUES ('u', 'U', 'u@example.org', now()) ON CONFLICT DO NOTHING`,
  )
  await createUpload({ id, userId: 'u', fileName: '../river.jpg', bytes: bytes.length, replaces }, now)
  const half = Math.floor(bytes.length / 2)
  for (const [from, to] of [
    [0, half],
    [half, bytes.length],
  ] as const) {
    await writePart(id, from, bytes.subarray(from, to))
    assert.ok(await advanceUpload({ id, from, to, now }))
    assert.ok(!(await advanceUpload({ id, from, to, now })), 'a part that came twice counts once')
  }
  const upload = await findUpload(id, 'u')
  assert.ok(upload)
  assert.equal(await findUpload(id, 'somebody-else'), null)
  return upload
}

test('parts become a picture with the words of its file, once', async () => {
  const bytes = withIptc(await photograph(), { 120: 'Чүй дарыясы', 110: 'Reuters' })
  const upload = await send(bytes)
  assert.deepEqual(await readParts(upload.id), bytes)
  const [taken, again] = [await takeIn(upload, by, now), (await findUpload(upload.id, 'u'))?.pictureId]
  assert.ok(taken.ok)
  assert.equal(again, taken.value)
  const picture = await findLibraryPicture(taken.value)
  assert.equal(picture?.ownCaption, 'Чүй дарыясы')
  assert.equal(picture?.credit, 'Own Artist / Reuters')
  assert.equal(picture?.fileName, 'river.jpg')
  assert.equal(picture?.uploadedById, 'u')
  const told = await db.query(`SELECT actor, action FROM "AuditEvent" WHERE subject = $1`, [`picture:${taken.value}`])
  assert.deepEqual(told, [{ actor: 'test', action: 'picture.create' }])
  await assert.rejects(readParts(upload.id), 'the parts are gone')
})

test('what is no picture is refused whatever its name says, and forgotten', async () => {
  const upload = await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))
  assert.deepEqual(await takeIn(upload, by, now), { ok: false, error: { kind: 'not-a-picture' } })
  assert.equal(await findUpload(upload.id, 'u'), null)
})

test('a file that takes another’s place keeps words, credit and focal point, and gets a new token', async () => {
  const first = await takeIn(await send(await photograph({ width: 900, height: 600 })), by, now)
  assert.ok(first.ok)
  const before = await findLibraryPicture(first.value)
  const second = await takeIn(await send(await photograph({ width: 800, height: 500 }), first.value), by, now)
  assert.deepEqual(second, first)
  const after = await findLibraryPicture(first.value)
  assert.deepEqual([after?.width, after?.height, after?.credit], [800, 500, before?.credit])
  assert.notEqual(after?.token, before?.token)
  const third = await takeIn(await send(await photograph({ width: 810, height: 500 }), 999_999), by, now)
  assert.deepEqual(third, { ok: false, error: { kind: 'gone' } })
})

test('place and digital source come with the file, as often as it is sent; another file takes no label of AI away', async () => {
  const code = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia'
  const bytes = await withXmp(
    await photograph({ width: 720, height: 500 }),
    `<photoshop:City>Osh</photoshop:City><Iptc4xmpExt:DigitalSourceType>${code}</Iptc4xmpExt:DigitalSourceType>`,
  )
  const ids: number[] = []
  for (const _ of ['once', 'again']) {
    const taken = await takeIn(await send(bytes), by, now)
    assert.ok(taken.ok)
    ids.push(taken.value)
    const picture = await findLibraryPicture(taken.value)
    assert.deepEqual([picture?.location, picture?.digitalSource], ['Osh', 'trainedAlgorithmicMedia'])
  }
  const [id = 0] = ids
  assert.ok((await takeIn(await send(await photograph({ width: 730, height: 500 }), id), by, now)).ok)
  assert.equal((await findLibraryPicture(id))?.digitalSource, 'trainedAlgorithmicMedia')
  const drawn = `<Iptc4xmpExt:DigitalSourceType>digitalCreation</Iptc4xmpExt:DigitalSourceType>`
  const other = await withXmp(await photograph({ width: 740, height: 500 }), drawn)
  assert.ok((await takeIn(await send(other, id), by, now)).ok)
  assert.equal((await findLibraryPicture(id))?.digitalSource, 'digitalCreation')
})

test('an original goes with its last picture', async () => {
  const bytes = await photograph({ width: 700, height: 500 })
  const [one, two] = [await takeIn(await send(bytes), by, now), await takeIn(await send(bytes), by, now)]
  assert.ok(one.ok && two.ok && one.value !== two.value)
  const path = originalPath((await findLibraryPicture(one.value))?.sha256 ?? '')
  for (const [picture, stays] of [
    [one.value, true],
    [two.value, false],
  ] as const) {
    const deleted = await deletePictureRow({ id: picture, by, now })
    assert.ok(deleted.ok)
    await dropPictureFiles(deleted.value)
    assert.equal(
      await access(path).then(
        () => true,
        () => false,
      ),
      stays,
    )
  }
})

test('uploads that nobody goes on with are forgotten after days', async () => {
  const upload = await send(await photograph())
  assert.deepEqual(await forgetOldUploads(new Date(now.getTime() + 3_600_000)), [])
  assert.deepEqual(await forgetOldUploads(new Date(now.getTime() + 4 * 24 * 3_600_000)), [upload.id])
})
