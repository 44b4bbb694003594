import assert from 'node:assert/strict'
import { test } from 'node:test'
import { policyPaths } from './policies.ts'
import { chromeOf, en, ky } from './testing/fixtures.ts'

const chrome = chromeOf(en)
const pages = [
  { slug: 'principles', title: 'Principles' },
  { slug: 'how-we-work', title: 'How we work' },
  { slug: 'owners', title: 'Owners' },
]

test('a newsroom that chose nothing is judged by its page of principles, which says how it corrects as well', () => {
  assert.deepEqual(policyPaths(chrome), { principles: '/principles', corrections: '/principles', ownership: null })
})

test('the pages that a newsroom chose stand for its policies', () => {
  const policies = { principles: 'how-we-work', corrections: null, ownership: 'owners' }
  assert.deepEqual(policyPaths({ ...chrome, pages, site: { ...chrome.site, policies } }), {
    principles: '/how-we-work',
    corrections: '/how-we-work',
    ownership: '/owners',
  })
})

test('an edition without such a page has no policy', () => {
  const none = { principles: null, corrections: null, ownership: null }
  assert.deepEqual(policyPaths({ ...chromeOf(ky), pages: [] }), none)
  const policies = { principles: 'how-we-work', corrections: 'owners', ownership: 'owners' }
  assert.deepEqual(policyPaths({ ...chrome, pages: pages.slice(0, 1), site: { ...chrome.site, policies } }), none)
})
