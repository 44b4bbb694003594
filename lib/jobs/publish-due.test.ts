import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesAbout } from './publish-due.ts'

const due = new Date('2026-11-22T10:00:00Z')
const after = (seconds: number) => new Date(due.getTime() + seconds * 1_000)
const went = { articleId: 7, due, refusal: null }

test('what goes out in time is not worth a line', () => {
  assert.deepEqual(linesAbout(went, after(59)), [])
})

test('what is more than a minute late raises an alarm', () => {
  assert.match(linesAbout(went, after(61))[0] ?? '', /^ALARM: Article 7, .*61 s late/)
})

test('what could not go out raises an alarm with the reason', () => {
  const [line] = linesAbout({ ...went, refusal: { kind: 'nothing-to-say' } }, after(0))
  assert.match(line ?? '', /^ALARM: .*not published \(nothing-to-say\)/)
})
