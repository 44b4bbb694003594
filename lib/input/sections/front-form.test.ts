import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frontForm } from './front-form.ts'

const read = (slots: unknown) =>
  frontForm.safeParse({ edition: '1', version: '0', slots: typeof slots === 'string' ? slots : JSON.stringify(slots) })

test('slots are read in their order; an empty headline is the article’s own', () => {
  const result = read([
    { articleId: 2, headline: ' For this\nplace ', standfirst: ' ', pictureId: 4 },
    { articleId: 1, headline: ' ', standfirst: 'Two\twords', pictureId: null },
  ])
  assert.deepEqual(result.data?.slots, [
    { articleId: 2, headline: 'For this place', standfirst: null, pictureId: 4 },
    { articleId: 1, headline: null, standfirst: 'Two words', pictureId: null },
  ])
})

test('what is no front is refused', () => {
  const slot = { articleId: 1, headline: '', standfirst: '', pictureId: null }
  const many = Array.from({ length: 25 }, (_, index) => ({ ...slot, articleId: index + 1 }))
  for (const bad of [
    '',
    '{',
    {},
    [slot, slot],
    [{ ...slot, articleId: 0 }],
    [{ ...slot, pictureId: '1' }],
    [{ ...slot, more: 1 }],
    many,
  ])
    assert.equal(read(bad).success, false, JSON.stringify(bad))
})
