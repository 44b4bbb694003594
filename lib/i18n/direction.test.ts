import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directionOf } from './direction.ts'

test('a language runs the way its script does', () => {
  for (const lang of ['fa', 'ar-EG', 'he', 'ur', 'ckb', 'pa-PK', 'az-Arab', 'uz-AF'])
    assert.equal(directionOf(lang), 'rtl', lang)
  for (const lang of ['en', 'ky', 'ru', 'zh-Hant', 'fa-Latn', 'az', '', 'not a language'])
    assert.equal(directionOf(lang), 'ltr', lang)
})
