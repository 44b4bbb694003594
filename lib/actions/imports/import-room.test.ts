import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { mostImportBytes } from '#lib/domain/imports/import-upload.ts'
import { hasImportFile, writeImportPart } from '#lib/media/uploads/import-file.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { makeEdition } from '#lib/store/testing/newsroom.ts'
import { signInToTest } from '../testing/next-request.ts'

const db = withDatabase()
const folder = await mkdtemp(join(tmpdir(), 'masthead-import-room-'))
process.env.VAR_DIR = folder
after(() => rm(folder, { recursive: true }))

// After next-request.ts has put its stand-ins in place.
const doors = await import('#app/(machine)/admin/imports/route.ts')
const { removeImportFile } = await import('./import-runs.ts')

async function announce(fileName: string, bytes: number) {
  const body = JSON.stringify({ fileName, bytes })
  const headers = { 'sec-fetch-site': 'same-origin' }
  const answer = await doors.POST(new Request('http://localhost/admin/imports', { method: 'POST', headers, body }))
  return { status: answer.status, ...(await answer.json()) }
}

const remove = (id: number) => {
  const form = new FormData()
  form.set('run', String(id))
  return removeImportFile({ kind: 'idle' }, form)
}

test('files to import have so much room together, announced at once or not; what takes it is named, and can be removed', async () => {
  await makeEdition()
  await signInToTest('administrator')
  const half = mostImportBytes / 2
  const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => announce(`${index}.xml`, half)))
  assert.equal(answers.filter(({ status }) => status === 201).length, 6)
  const refused = answers.find(({ status }) => status === 507)
  assert.equal(refused?.kind, 'no-room')
  assert.equal(refused.files.length, 6)

  const [{ runId: first, size }, { runId: second }] = refused.files
  assert.equal(size, '1,024 MB')
  const [row] = await db.query<{ fileKey: string }>('SELECT "fileKey" FROM "ImportRun" WHERE "id" = $1', [first])
  await writeImportPart(row?.fileKey ?? '', 0, Buffer.from('x'))
  assert.equal((await remove(first)).kind, 'done')
  assert.equal(await hasImportFile(row?.fileKey ?? ''), false)
  assert.equal((await remove(first)).kind, 'refused')
  // What is worked on stays.
  await db.query(`UPDATE "ImportRun" SET "state" = 'running' WHERE "id" = $1`, [second])
  assert.equal((await remove(second)).kind, 'refused')
  assert.equal((await announce('again.xml', half)).status, 201)
  assert.equal((await announce('one-more.xml', 1)).status, 507)
})
