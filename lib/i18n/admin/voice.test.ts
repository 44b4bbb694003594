import assert from 'node:assert/strict'
import { test } from 'node:test'
import { adminWords } from './words.ts'

test('what runs the other way keeps its own direction inside a sentence', () => {
  assert.match(adminWords('fa')('desk.home.text', { name: 'Test (2)' }), /\u2068Test \(2\)\u2069/)
  assert.doesNotMatch(adminWords('ru')('desk.home.text', { name: 'Test (2)' }), /[\u2068\u2069]/)
  assert.match(adminWords('en')('desk.home.text', { name: 'آیدا' }), /\u2068آیدا\u2069/)
})

test('numbers stand in the digits of the language', () => {
  assert.match(adminWords('fa')('desk.alerts.wordsHint', { most: 140 }), /۱۴۰/)
  assert.match(adminWords('fa')('pictures.upload.allDone', { count: 12 }), /۱۲/)
  assert.match(adminWords('en')('desk.alerts.wordsHint', { most: 140 }), / 140 /)
})

test('an address stays bare, so that it can be copied', () => {
  const link = 'https://example.org/admin/reset?token=x'
  const letter = adminWords('fa')('auth.reset.letter', { site: 'Masthead', link })
  assert.ok(letter.includes(link))
  assert.ok(!letter.includes(`\u2068${link}`))
})
