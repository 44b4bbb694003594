import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyOf, chance } from '../editor/testing/bodies.ts'
import { blockLines } from './block-text.ts'
import { type DiffPart, diffBodies, diffWords } from './word-diff.ts'
import { wordsOf } from './words.ts'

const texts = [
  '',
  'The river rose.',
  'The big river rose in the night.',
  'Суу түн ичинде көтөрүлдү.',
  'رودخانه شب‌هنگام بالا آمد؛ کسی آسیب ندید.',
  'Two  spaces,\nand a line — “quoted” 😀 don’t',
]
const without = (parts: readonly DiffPart[], kind: DiffPart['kind']) =>
  parts
    .filter((part) => part.kind !== kind)
    .map((part) => part.text)
    .join('')

test('a text cut into words and put together again is the same', () => {
  for (const text of texts) assert.equal(wordsOf(text).join(''), text)
})

test('without what was added a comparison reads as before, without what was removed as after', () => {
  for (const before of texts)
    for (const after of texts) {
      const parts = diffWords({ before, after })
      assert.equal(without(parts, 'added'), before)
      assert.equal(without(parts, 'removed'), after)
    }
})

test('one new word is one added part', () => {
  assert.deepEqual(diffWords({ before: 'The river rose.', after: 'The big river rose.' }), [
    { kind: 'same', text: 'The ' },
    { kind: 'added', text: 'big ' },
    { kind: 'same', text: 'river rose.' },
  ])
})

test('every block of both bodies stands in the comparison', () => {
  for (let seed = 1; seed < 12; seed++) {
    const before = bodyOf(chance(seed))
    const after = [...bodyOf(chance(seed + 1)), ...before.slice(1)]
    const diffs = diffBodies({ before, after }, blockLines)
    assert.equal(diffs.filter(({ kind }) => kind !== 'added').length, before.length)
    assert.equal(diffs.filter(({ kind }) => kind !== 'removed').length, after.length)
  }
})

test('an edited paragraph is changed, not removed and added', () => {
  const paragraph = (text: string) => ({ kind: 'paragraph', content: [{ text }] }) as const
  const [diff] = diffBodies(
    { before: [paragraph('The river rose in the night.')], after: [paragraph('The river rose in the cold night.')] },
    blockLines,
  )
  assert.equal(diff?.kind, 'changed')
  assert.deepEqual(
    diff?.lines[0]?.filter(({ kind }) => kind === 'added').map(({ text }) => text),
    ['cold '],
  )
})
