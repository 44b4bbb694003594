import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '#lib/domain/writing/editor/testing/bodies.ts'
import { settle } from './settle.ts'
import { hasSuggestions, type SuggestedBody } from './suggested-body.ts'
import { countSuggestions, suggestionsOf } from './suggestions-of.ts'
import { mark, suggestedBodyOf } from './testing/suggested-bodies.ts'

const body: SuggestedBody = [
  { kind: 'paragraph', content: [{ text: 'As it was' }] },
  {
    kind: 'paragraph',
    content: [
      { text: 'The ' },
      { text: 'big ', marks: [{ kind: 'strong' }, mark('deletion', 'a')] },
      { text: 'vast ', marks: [mark('insertion', 'a')] },
      { text: 'old', marks: [mark('deletion', 'b')] },
      { text: ' river', marks: [mark('deletion', 'a')] },
    ],
  },
  { kind: 'figure', pictureId: 1, size: 'text', suggestion: mark('insertion', 'c') },
  {
    kind: 'paragraph',
    content: [{ text: 'All new ' }, { text: 'here', marks: [mark('deletion', 'b')] }],
    suggestion: mark('insertion', 'a'),
  },
]

test('a suggestion is told once, with all its words, in the order of the text', () => {
  const signed = { by: 'aida', at: '2026-11-22T12:00:00.000Z' }
  assert.deepEqual(suggestionsOf(body), [
    {
      ...{ id: 'a', ...signed, block: 1, deleted: 'big  river', inserted: 'vast \nAll new here' },
      blocks: [{ kind: 'insertion', block: 'paragraph' }],
    },
    { id: 'b', ...signed, block: 1, deleted: 'old\nhere', inserted: '', blocks: [] },
    { id: 'c', ...signed, block: 2, deleted: '', inserted: '', blocks: [{ kind: 'insertion', block: 'figure' }] },
  ])
  assert.equal(countSuggestions(body), 3)
})

test('what is listed is what there is to settle', () => {
  for (let seed = 0; seed < 100; seed++) {
    const text = suggestedBodyOf(chance(seed))
    const listed = suggestionsOf(text)
    assert.equal(listed.length, countSuggestions(text))
    assert.equal(listed.length > 0, hasSuggestions(text))
    for (const { id } of listed) {
      const without = settle(text, [id], 'reject')
      assert.ok(!suggestionsOf(without).some((one) => one.id === id), `seed ${seed}`)
    }
    const places = listed.map(({ block }) => block)
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other),
      `seed ${seed}`,
    )
  }
})
