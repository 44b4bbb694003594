import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseArticleFilter } from './article-filter.ts'

const nothing = {
  editionId: null,
  blogId: null,
  topicId: null,
  state: null,
  stageId: null,
  due: null,
  authorId: null,
  text: null,
}

test('an address without filters asks for everything', () => {
  assert.deepEqual(parseArticleFilter({}), nothing)
})

test('each filter is read by its name', () => {
  assert.deepEqual(
    parseArticleFilter({
      edition: '1',
      blog: '2',
      topic: '3',
      state: 'in_review',
      stage: '4',
      due: 'soon',
      author: 'a',
      text: ' Aral ',
    }),
    { editionId: 1, blogId: 2, topicId: 3, state: 'in_review', stageId: 4, due: 'soon', authorId: 'a', text: 'Aral' },
  )
})

test('what makes no sense is as if it were not there', () => {
  assert.deepEqual(
    parseArticleFilter({
      edition: '0',
      blog: '1e9',
      topic: "1' OR 1=1",
      state: 'lost',
      due: 'never',
      author: '',
      text: ['a', 'b'],
    }),
    nothing,
  )
})
