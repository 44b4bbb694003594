import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ReferenceTrace, referenceExpiry } from './reference-expiry.ts'

const water: ReferenceTrace = {
  ...{ kind: 'topic', id: 5, editionId: 1, slug: 'water', formerSlugs: ['wet'], shownElsewhere: ['Water'] },
  counterparts: [{ editionId: 2, slug: 'suu' }],
}
const own = ['address:1:topic/water', 'address:1:topic/wet', 'address:2:topic/suu', 'topic:5:latest']

test('other words than the name are on its own page only', () => {
  assert.deepEqual(referenceExpiry(water, water), own)
})

test('a new name is on every page of the edition', () => {
  const renamed = { ...water, shownElsewhere: ['Waters'] }
  assert.deepEqual(referenceExpiry(water, renamed), [...own, 'chrome:1', 'latest:1', 'search:1'].sort())
})

test('a new address outdates the old one and the new one', () => {
  const tags = referenceExpiry(water, { ...water, slug: 'waters', formerSlugs: ['water', 'wet'] })
  for (const tag of ['address:1:topic/water', 'address:1:topic/waters', 'chrome:1']) assert.ok(tags.includes(tag), tag)
})

test('what is new is only missed at its own address, what is gone everywhere', () => {
  assert.deepEqual(referenceExpiry(null, water), own)
  assert.ok(referenceExpiry(water, null).includes('chrome:1'))
})

test('a contributor stands at another address', () => {
  assert.deepEqual(referenceExpiry(null, { ...water, kind: 'contributor', formerSlugs: [], counterparts: [] }), [
    'address:1:authors/water',
    'contributor:5:latest',
  ])
})
