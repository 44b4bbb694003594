import assert from 'node:assert/strict'
import { test } from 'node:test'
import { covers, fontOf, fonts, type PageFont, unicodeRange } from './fonts.ts'

test('each edition has one font, by its language and direction', () => {
  assert.equal(fontOf({ locale: 'en', direction: 'ltr' }).script, 'latin')
  assert.equal(fontOf({ locale: 'ky', direction: 'ltr' }).script, 'cyrillic')
  assert.equal(fontOf({ locale: 'ru-KG', direction: 'ltr' }).script, 'cyrillic')
  assert.equal(fontOf({ locale: 'fa', direction: 'rtl' }).script, 'arabic')
  assert.equal(fontOf({ locale: 'tr', direction: 'ltr' }).script, 'latin')
})

test('ranges are in order and do not overlap, so that unicode-range means what covers() says', () => {
  for (const font of Object.values<PageFont>(fonts)) {
    const sorted = [...font.ranges].sort(([a], [b]) => a - b)
    for (const [index, [first, last]] of sorted.entries()) {
      assert.ok(first <= last)
      assert.ok(first > (sorted[index - 1]?.[1] ?? 0), `${font.script}: U+${first.toString(16)} stands twice`)
    }
    assert.match(unicodeRange(font), /^U\+20-7E, (U\+[0-9A-F]+(-[0-9A-F]+)?(, )?)+$/)
  }
})

test('Kyrgyz letters are in the Cyrillic font and Persian ones in the Arabic font', () => {
  for (const letter of 'ңөүҢӨҮ') assert.ok(covers(fonts.cyrillic, letter.codePointAt(0) ?? 0), letter)
  for (const letter of 'پچژگکی۰۹\u200c') assert.ok(covers(fonts.arabic, letter.codePointAt(0) ?? 0), letter)
})

test('a fallback face takes the height of the page font', () => {
  for (const font of Object.values<PageFont>(fonts))
    for (const face of font.fallbacks) {
      const height = ((face.ascentOverride + face.descentOverride) * face.sizeAdjust) / 100
      assert.ok(Math.abs(height - (font.script === 'arabic' ? 170.3 : 137.1)) < 0.2, face.family)
    }
})
