import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMentions } from './mentions.ts'

const people = [
  { id: 'a', name: 'Aida' },
  { id: 'b', name: 'Aida Bekova' },
  { id: 'c', name: 'Чынгыз' },
]
const idsOf = (text: string) => findMentions(text, people).map(({ id }) => id)

test('mentions', () => {
  assert.deepEqual(idsOf('@Aida, please look'), ['a'])
  assert.deepEqual(idsOf('@aida bekova and @Чынгыз: look'), ['b', 'c'])
  assert.deepEqual(idsOf('@Aidan is nobody, nor is mail@example.org'), [])
  assert.deepEqual(idsOf('@Aida @Aida'), ['a'])
})
