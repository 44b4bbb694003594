import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { hasImportFile, listImportKeys, writeImportPart } from '#lib/media/uploads/import-file.ts'
import {
  advanceRun,
  claimRun,
  countLosses,
  createRun,
  findRun,
  listLosses,
  startRun,
  stopRun,
} from '#lib/store/imports/import-runs.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { makeEdition } from '#lib/store/testing/newsroom.ts'
import { forgetFiles, startImporting } from './run-imports.ts'

const db = withDatabase()
const folder = await mkdtemp(join(tmpdir(), 'masthead-jobs-'))
process.env.VAR_DIR = folder
after(() => rm(folder, { recursive: true, force: true }))
const now = new Date()
const wxr = await readFile(join(import.meta.dirname, '../import/testing/files/site.wxr.xml'))
const fileKey = 'file-to-import-0001'
const by = 'Aida'

test('a file arrives in parts, is looked through, and is taken in by the job of a process that serves', async () => {
  const { edition } = await makeEdition()
  const options = { editionId: edition.id, blogId: null, fetches: false }
  const facts = { fileKey, fileName: 'site.xml', bytes: wxr.length, isDry: true, options, by, now }
  const id = await createRun({ ...facts, state: 'receiving' })
  assert.equal(await startRun({ id, isDry: true, options, by, now }), false, 'not before all of it is here')
  const half = Math.floor(wxr.length / 2)
  for (const [from, to] of [
    [0, half],
    [half, wxr.length],
  ] as const) {
    await writeImportPart(fileKey, from, wxr.subarray(from, to))
    assert.ok(await advanceRun({ id, from, to }))
    assert.equal(await advanceRun({ id, from, to }), false)
  }
  const job = startImporting((message, error) => assert.fail(`${message} ${error}`))
  const ended = async () => {
    for (;;) {
      const run = await findRun(id)
      if (run?.state === 'done' || run?.state === 'failed') return run
      await pause(50)
    }
  }
  assert.ok(await startRun({ id, isDry: true, options, by, now }))
  const looked = await ended()
  assert.deepEqual([looked.problem, looked.counts.total, looked.counts.created], [null, 10, 8 + 1])
  assert.deepEqual(await db.query('SELECT 1 FROM "Article"'), [])
  const kinds = await countLosses(id)
  assert.ok(kinds.some(({ kind }) => kind === 'picture-not-fetched'))
  const lines = await listLosses(id, { kind: null, after: 0n, limit: 500 })
  assert.equal(lines.length, looked.counts.losses)

  assert.ok(await startRun({ id, isDry: false, options, by, now }))
  const taken = await ended()
  await job.stop()
  assert.equal(taken.counts.created, 9)
  const authors = await db.query<{ by: string }>('SELECT DISTINCT "createdBy" AS by FROM "Revision"')
  assert.deepEqual(authors, [{ by }])

  // Taken up again after its process died, it looks at some items once more, and says nothing of them twice.
  const said = await countLosses(id)
  assert.ok(said.some(({ kind }) => kind === 'skipped'))
  await db.query(`UPDATE "ImportRun" SET "state" = 'running', "seenAt" = $1, "endedAt" = NULL WHERE "id" = $2`, [
    new Date(Date.now() - 3_600_000),
    id,
  ])
  const again = startImporting((message, error) => assert.fail(`${message} ${error}`))
  const resumed = await ended()
  await again.stop()
  assert.deepEqual([resumed.counts.created, resumed.counts.known], [0, 9])
  assert.deepEqual(await countLosses(id), said)
})

test('no two processes get the same run; one that lost its process is taken up; a stopped one is not', async () => {
  const [row] = await db.query<{ id: number }>('SELECT "id" FROM "ImportRun"')
  const id = row?.id ?? 0
  const options = (await findRun(id))?.options ?? assert.fail()
  assert.ok(await startRun({ id, isDry: true, options, by, now }))
  const claims = await Promise.all([claimRun(now), claimRun(now), claimRun(now)])
  assert.deepEqual(
    claims.filter((claim) => claim !== null).map((claim) => claim.id),
    [id],
  )
  assert.equal(await claimRun(now), null)
  assert.equal((await claimRun(new Date(now.getTime() + 10 * 60_000)))?.id, id)
  assert.ok(await stopRun(id, by, now))
  assert.equal(await claimRun(new Date(now.getTime() + 60 * 60_000)), null)
})

test('old files go, and what lies here for no run; reports stay', async () => {
  const later = new Date(now.getTime() + 15 * 24 * 3_600_000)
  await writeImportPart('file-of-no-run-0001', 0, Buffer.from('x'))
  await forgetFiles(now)
  assert.deepEqual(await listImportKeys(), [fileKey])
  await forgetFiles(later)
  assert.deepEqual(await listImportKeys(), [])
  assert.equal(await hasImportFile(fileKey), false)
  const [run] = await db.query<{ fileKey: string | null; state: string }>('SELECT * FROM "ImportRun"')
  assert.deepEqual([run?.fileKey, run?.state], [null, 'stopped'])
})
