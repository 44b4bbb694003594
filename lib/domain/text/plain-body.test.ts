import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block, Mark } from './body.ts'
import { isPlainBody } from './plain-body.ts'

const said = (...marks: readonly Mark[]) => [{ text: 'words', marks }]

test('links to addresses, lists and boxes are plain', () => {
  const link = said({ kind: 'link', href: 'https://example.org' }, { kind: 'strong' })
  const box: Block = { kind: 'fact-box', title: 'x', body: [{ kind: 'list', ordered: false, items: [link] }] }
  assert.ok(isPlainBody([]))
  assert.ok(isPlainBody([{ kind: 'paragraph', content: link }, box]))
})

test('a picture, or a link to an article however deep, is not', () => {
  const link = said({ kind: 'article-link', articleId: 1 })
  assert.ok(!isPlainBody([{ kind: 'figure', pictureId: 1, size: 'text' }]))
  assert.ok(
    !isPlainBody([{ kind: 'fact-box', title: 'x', body: [{ kind: 'list', ordered: true, items: [said(), link] }] }]),
  )
})
