import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FileRefusal } from '../file-refusal.ts'
import { openLookup } from './lookup.ts'

test('notes come back in their order, by kind and id', () => {
  const lookup = openLookup()
  lookup.put('tag', '1', { name: 'Water' })
  lookup.put('tag', '1', { name: 'Rivers' })
  lookup.put('user', '1', { name: 'Aida' })
  assert.deepEqual(lookup.list('tag', '1'), [{ name: 'Water' }, { name: 'Rivers' }])
  assert.deepEqual(lookup.find('tag', '1'), { name: 'Water' })
  assert.equal(lookup.find('tag', '2'), undefined)
  lookup.close()
})

test('many notes of one thing are counted to the last', () => {
  const lookup = openLookup()
  for (let number = 0; number < 1_500; number++) lookup.put('comment', '1', null)
  assert.equal(lookup.count('comment', '1'), 1_500)
  assert.equal(lookup.list('comment', '1').length, 1_500)
  lookup.close()
})

test('more than any article has refuses the file, and is no silent part of it', () => {
  const lookup = openLookup()
  for (let number = 0; number <= 10_000; number++) lookup.put('upload', '1', null)
  assert.throws(() => lookup.list('upload', '1'), FileRefusal)
  lookup.close()
})
