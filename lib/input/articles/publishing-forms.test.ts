import assert from 'node:assert/strict'
import { test } from 'node:test'
import { correctionForm, killForm, stepForm } from './publishing-forms.ts'

const step = { articleId: '7', version: '2' }

test('numbers of articles are whole and positive', () => {
  assert.deepEqual(stepForm.parse(step), { articleId: 7, version: 2 })
  for (const articleId of ['0', '-1', '7 OR 1=1', '1e3', ''])
    assert.ok(!stepForm.safeParse({ ...step, articleId }).success)
})

test('a correction is one line of words with a reason, and has both', () => {
  const form = { ...step, place: 'top', reason: ' A reader\nwrote. ' }
  const read = correctionForm.parse({ ...form, text: ' The river\r\nis\u0000 longer. ' })
  assert.deepEqual([read.text, read.reason], ['The river is longer.', 'A reader wrote.'])
  assert.ok(!correctionForm.safeParse({ ...form, text: 'It is longer.', reason: ' ' }).success)
  assert.ok(!correctionForm.safeParse({ ...form, text: ' \n ' }).success)
  assert.ok(!correctionForm.safeParse({ ...form, text: 'x'.repeat(1_001) }).success)
  assert.ok(!correctionForm.safeParse({ ...form, text: 'half a pair \ud83d' }).success)
})

test('nothing is killed without the tick', () => {
  const form = { ...step, notice: '', reason: '' }
  assert.ok(!killForm.safeParse(form).success)
  assert.ok(killForm.safeParse({ ...form, sure: 'yes' }).success)
})
