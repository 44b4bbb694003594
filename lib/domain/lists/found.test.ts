import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingLimits, fitsQuestion, refOfPath, withRecent } from './found.ts'

test('a command fits when each word of the question begins one of its words, in any script', () => {
  for (const question of ['new', 'NEW art', 'article new', 'n a']) assert.ok(fitsQuestion('New article', question))
  assert.ok(fitsQuestion('Жаңы макала', 'ЖАҢ'))
  assert.ok(fitsQuestion('مقالهٔ تازه', 'تاز'))
  for (const question of ['', '  ', '!?', 'rticle', 'new blog']) assert.ok(!fitsQuestion('New article', question))
})

test('pages about one thing are remembered, lists and forms are not', () => {
  assert.deepEqual(refOfPath('/admin/articles/42'), { kind: 'article', id: '42' })
  assert.deepEqual(refOfPath('/admin/people/ab_C-1'), { kind: 'person', id: 'ab_C-1' })
  for (const path of [
    '/admin',
    '/admin/articles',
    '/admin/articles/new',
    '/admin/articles/42/history',
    '/admin/audit/1',
  ])
    assert.equal(refOfPath(path), null, path)
})

test('what was opened stands first, once, and the list ends', () => {
  const ref = (id: number) => ({ kind: 'article', id: String(id) }) as const
  assert.deepEqual(withRecent([ref(1), ref(2)], ref(2)), [ref(2), ref(1)])
  const many = Array.from({ length: 20 }, (_, index) => ref(index))
  assert.equal(withRecent(many, ref(99)).length, findingLimits.recent)
  assert.equal(withRecent([{ kind: 'page', id: '1' }], ref(1)).length, 2)
})
