import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frontForm } from './front-form.ts'

const read = (slots: unknown) =>
  frontForm.safeParse({ edition: '1', version: '0', slots: typeof slots === 'string' ? slots : JSON.stringify(slots) })

test('slots are read in their order; an empty headline is the article’s own', () => {
  const result = read([
    { articleId: 2, headline: ' For this\nplace ' },
    { articleId: 1, headline: ' ' },
  ])
  assert.deepEqual(result.data?.slots, [
    { articleId: 2, headline: 'For this place' },
    { articleId: 1, headline: null },
  ])
})

test('what is no front is refused', () => {
  const slot = { articleId: 1, headline: '' }
  const many = Array.from({ length: 25 }, (_, index) => ({ articleId: index + 1, headline: '' }))
  for (const bad of ['', '{', {}, [slot, slot], [{ articleId: 0, headline: '' }], [{ ...slot, more: 1 }], many])
    assert.equal(read(bad).success, false, JSON.stringify(bad))
})
