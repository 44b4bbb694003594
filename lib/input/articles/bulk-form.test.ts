import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bulkForm, bulkQuestion } from './bulk-form.ts'

test('the page before the act reads one article or many, and nothing from nonsense', () => {
  assert.deepEqual(bulkQuestion.parse({ act: 'submit', article: '7' }).article, [7])
  assert.deepEqual(bulkQuestion.parse({ act: 'submit', article: ['7', '8', '7', 'x', '-1', '0'] }).article, [7, 8])
  const nonsense = bulkQuestion.parse({ act: 'kill', topic: '1 OR 1=1', when: ['a', 'b'] })
  assert.deepEqual(
    [nonsense.act, nonsense.article, nonsense.topic, nonsense.when],
    [undefined, [], undefined, undefined],
  )
  assert.equal(
    bulkQuestion.parse({ article: Array.from({ length: 500 }, (_, id) => String(id + 1)) }).article.length,
    100,
  )
})

test('the act names each article with the version that was shown', () => {
  const parse = (item: unknown, act = 'submit') => bulkForm.safeParse({ act, item })
  assert.deepEqual(parse('7:3').data?.item, [{ id: 7, version: 3, was: null }])
  assert.deepEqual(parse(['7:3:in_review', '8:1:1790000000000']).data?.item, [
    { id: 7, version: 3, was: 'in_review' },
    { id: 8, version: 1, was: '1790000000000' },
  ])
  for (const item of [undefined, [], '7', '7:', '0:1', "7:1:'; --", '7:1:DRAFT']) assert.ok(!parse(item).success)
  assert.ok(!parse('7:3', 'publish').success)
  assert.ok(!parse(Array.from({ length: 101 }, (_, id) => `${id + 1}:1`)).success)
})
