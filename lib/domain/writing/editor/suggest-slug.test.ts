import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isArticleSlug } from '#lib/domain/site/address.ts'
import { suggestSlug } from './suggest-slug.ts'

const cases = [
  ['Lake Merzbacher grows — again', 'lake-merzbacher-grows-again'],
  ['Өткөн жылы Ысык-Көлдө «Жаңы жол» ачылды', 'otkon-zhyly-ysyk-koldo-zhangy-zhol-achyldy'],
  ['Дорога, которая сошлась посередине', 'doroga-kotoraya-soshlas-poseredine'],
  ['TikTok in Bishkek', 'tiktok-in-bishkek'],
  ['“…”', ''],
  ['Archive', ''],
  ['道路', ''],
] as const

for (const [headline, slug] of cases)
  test(`${headline} → ${slug || 'nothing'}`, () => {
    assert.equal(suggestSlug(headline), slug)
  })

test('a Persian headline makes an address, and a long one ends with a whole word', () => {
  assert.ok(isArticleSlug(suggestSlug('راه‌آهنی که در میانه به هم رسید')))
  const long = suggestSlug('word '.repeat(60))
  assert.ok(long.length <= 70 && long.endsWith('word'))
})
