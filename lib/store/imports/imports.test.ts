import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { noCounts } from '#lib/domain/imports/import-run.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { hour, noon } from '#lib/store/testing/newsroom.ts'
import { findImported, noteImported } from './import-keys.ts'
import {
  claimRun,
  createRun,
  endRun,
  findRun,
  keepRun,
  LostRunError,
  listLosses,
  listRuns,
  noteStep,
  startRun,
  stopRun,
} from './import-runs.ts'

withDatabase()

test('what another system calls an id is found again, however long and odd it is', async () => {
  const long = randomBytes(5_000).toString('base64')
  for (const [index, foreignId] of ['7', long, `${long}x`, 'a\0b', 'a\0c', ''].entries()) {
    const key = { source: 'old.example#1', kind: 'article', foreignId } as const
    assert.equal(await findImported(key), null)
    await noteImported(key, index + 1)
    assert.equal(await findImported(key), index + 1)
    await assert.rejects(noteImported(key, 99))
  }
})

test('a loss is told in the words of the file, as far as they can be kept', async () => {
  const id = await createRun({
    ...{ fileKey: null, fileName: 'x.json', bytes: 1, state: 'running', isDry: true, by: 'test', now: noon },
    options: { editionId: 1, blogId: null, fetches: false },
  })
  const losses = [{ item: 'A\0 (1)', kind: 'held-back', detail: 'odd\0status \ud800' }] as const
  const run = { id, startedAt: noon }
  await noteStep({ run, format: 'ninjs', source: 'x', counts: noCounts, losses, now: noon })
  const [line] = await listLosses(id, { kind: null, after: 0n, limit: 10 })
  assert.deepEqual([line?.item, line?.detail], ['A (1)', 'oddstatus \ufffd'])
})

test('a run that was stopped and started again is not also the process’s that had it', async () => {
  const options = { editionId: 1, blogId: null, fetches: false }
  const by = 'test'
  const id = await createRun({
    ...{ fileKey: 'file-to-import-0002', fileName: 'x.xml', bytes: 0, state: 'waiting', isDry: true, by, now: noon },
    options,
  })
  const first = (await claimRun(hour(1))) ?? assert.fail()
  assert.ok(await keepRun(first, hour(1)))
  assert.ok(await stopRun(id, by, hour(1)))
  assert.ok(await startRun({ id, isDry: false, options, by, now: hour(1) }))
  const second = (await claimRun(hour(2))) ?? assert.fail()
  assert.equal(second.id, id)

  assert.equal(await keepRun(first, hour(2)), false)
  const step = { format: 'wxr', source: 'x', losses: [], now: hour(2) } as const
  await assert.rejects(noteStep({ ...step, run: first, counts: { ...noCounts, created: 7 } }), LostRunError)
  await endRun({ run: first, state: 'failed', problem: 'internal', now: hour(2) })
  await noteStep({ ...step, run: second, counts: { ...noCounts, created: 1 } })
  const run = await findRun(id)
  assert.deepEqual([run?.state, run?.counts.created, run?.problem], ['running', 1, null])
})

test('a run of the command line whose process is gone is over: nobody else has its file', async () => {
  const id = await createRun({
    ...{ fileKey: null, fileName: 'x.xml', bytes: 1, state: 'running', isDry: false, by: 'import', now: noon },
    options: { editionId: 1, blogId: null, fetches: false },
  })
  await claimRun(new Date(noon.getTime() + 60_000))
  assert.equal((await findRun(id))?.state, 'running')
  await claimRun(hour(1))
  const over = await findRun(id)
  assert.deepEqual([over?.state, over?.endedAt], ['stopped', noon])
})

test('every run is on some page of the history, newest first', async () => {
  const known = await idsOfRuns()
  const made: number[] = []
  for (let count = 0; count < 103; count += 1)
    made.push(
      await createRun({
        ...{ fileKey: null, fileName: `${count}.xml`, bytes: 1, state: 'done', isDry: false, by: 'test', now: noon },
        options: { editionId: 1, blogId: null, fetches: false },
      }),
    )
  assert.deepEqual(await idsOfRuns(), [...made.toReversed(), ...known])
})

async function idsOfRuns(): Promise<readonly number[]> {
  const ids: number[] = []
  let before: number | null = null
  do {
    const { runs, next } = await listRuns(before)
    ids.push(...runs.map(({ id }) => id))
    before = next
  } while (before !== null)
  return ids
}
