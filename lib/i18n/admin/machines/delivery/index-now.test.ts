import assert from 'node:assert/strict'
import { test } from 'node:test'
import { adminWords, interfaceLanguages } from '../../words.ts'

test('the hint names the search engine that is told, in every language, and no other', () => {
  for (const { locale } of interfaceLanguages) {
    const text = adminWords(locale)('delivery.hubs.indexNowHint', { host: 'search.example' })
    assert.match(text, /search\.example/)
    assert.doesNotMatch(text, /indexnow\.org/)
  }
})
