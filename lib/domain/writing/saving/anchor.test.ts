import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findAnchor, makeAnchor } from './anchor.ts'

const blocks = ['He left, he said. He came back, he said.', 'Nobody asked.', 'Then, he said, it rained.']

test('an unedited text gives back the place', () => {
  for (const place of [
    { blockIndex: 0, from: 9, to: 16 },
    { blockIndex: 0, from: 32, to: 39 },
    { blockIndex: 2, from: 6, to: 13 },
    { blockIndex: 1, from: 0, to: 6 },
  ])
    assert.deepEqual(findAnchor(blocks, makeAnchor(blocks, place)), place)
})

test('the place is found after blocks were put before it and words changed around it', () => {
  const anchor = makeAnchor(blocks, { blockIndex: 2, from: 6, to: 13 })
  const edited = ['New.', ...blocks.slice(0, 2), 'And then, he said, it snowed.']
  assert.deepEqual(findAnchor(edited, anchor), { blockIndex: 3, from: 10, to: 17 })
})

test('equal words with equal surroundings: the nearest to the old block', () => {
  const anchor = makeAnchor(['a word b', 'x', 'a word b'], { blockIndex: 2, from: 2, to: 6 })
  assert.equal(findAnchor(['a word b', 'x', 'y', 'a word b'], anchor)?.blockIndex, 3)
})

test('words that are gone have no place', () => {
  const anchor = makeAnchor(blocks, { blockIndex: 1, from: 0, to: 6 })
  assert.equal(findAnchor(['Somebody asked.'], anchor), null)
  assert.equal(findAnchor([], anchor), null)
})
