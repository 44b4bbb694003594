import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkEdition, checkKey, type EditionWords } from './edition-change.ts'

const ky: EditionWords = {
  ...{ key: 'ky', locale: 'ky', direction: 'ltr', timeZone: 'Asia/Bishkek', name: 'N', tagline: 'T', description: 'D' },
  footerText: '',
}
const kindOf = (after: Partial<EditionWords>, publishedCount: number) => {
  const checked = checkEdition(ky, { ...ky, ...after }, { publishedCount, otherKeys: ['en', 'ru'] })
  return checked.ok ? 'ok' : checked.error.kind
}

test('prefix and language are free until something is published, other words for ever', () => {
  assert.deepEqual([kindOf({ key: 'kg' }, 0), kindOf({ locale: 'ky-KG' }, 0)], ['ok', 'ok'])
  assert.deepEqual([kindOf({ key: 'kg' }, 1), kindOf({ locale: 'ky-KG' }, 1)], ['published', 'published'])
  assert.equal(kindOf({ name: 'Other', direction: 'rtl', timeZone: 'UTC', footerText: 'F' }, 1), 'ok')
})

test('a prefix is one edition’s, and never the program’s own word', () => {
  assert.equal(kindOf({ key: 'ru' }, 0), 'key-taken')
  assert.equal(kindOf({ key: 'api' }, 0), 'key-reserved')
  assert.equal(checkKey('de', []).ok, true)
})
