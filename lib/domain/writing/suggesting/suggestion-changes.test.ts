import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '#lib/domain/writing/editor/testing/bodies.ts'
import { rejectAll, settle } from './settle.ts'
import type { SuggestedBody } from './suggested-body.ts'
import { suggestionChanges } from './suggestion-changes.ts'
import { suggestionsOf } from './suggestions-of.ts'
import { mark, suggestedBodyOf } from './testing/suggested-bodies.ts'

const changes = (before: SuggestedBody, after: SuggestedBody) =>
  suggestionChanges({ before, after }).map(({ kind, suggestion }) => `${kind} ${suggestion.id}`)
const words = (text: string, id: string): SuggestedBody[number] => ({
  kind: 'paragraph',
  content: [{ text: 'As it was' }, { text, marks: [mark('insertion', id)] }],
})

test('what came and what went is told, and how it went', () => {
  const before = [words(' in June', 'a'), words(' in July', 'b'), words(' in May', 'c')]
  const after = [...settle(settle(before, ['a'], 'accept'), ['b'], 'reject'), words(' in March', 'd')]
  assert.deepEqual(changes(before, after), ['accepted a', 'rejected b', 'suggested d'])
  assert.deepEqual(changes(before, before), [])
})

test('one that says something else now is told as gone and as new', () => {
  assert.deepEqual(changes([words(' in June', 'a')], [words(' in July', 'a')]), ['settled a', 'suggested a'])
})

test('where the whole place went, nobody knows whether it was accepted', () => {
  const place = { text: 'this', marks: [mark('deletion', 'a')] }
  const other = { text: 'that', marks: [mark('insertion', 'a')] }
  assert.deepEqual(changes([{ kind: 'paragraph', content: [place, other] }], []), ['settled a'])
})

test('without suggestions all of them went, and back again all came', () => {
  for (let seed = 0; seed < 30; seed++) {
    const body = suggestedBodyOf(chance(seed))
    const ids = suggestionsOf(body).map(({ id }) => id)
    assert.deepEqual(
      changes(rejectAll(body), body),
      ids.map((id) => `suggested ${id}`),
    )
    const gone = suggestionChanges({ before: body, after: rejectAll(body) })
    assert.deepEqual(
      gone.map(({ suggestion }) => suggestion.id),
      ids,
      `seed ${seed}`,
    )
  }
})
