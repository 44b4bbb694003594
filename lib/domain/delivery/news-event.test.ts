import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ArticleChange, type NewsEventKind, newsEventOf } from './news-event.ts'

const cases: readonly (readonly [string, ArticleChange, NewsEventKind | null])[] = [
  ['a first publication', { kind: 'article.publish', from: 'approved', to: 'published' }, 'article.published'],
  ['a scheduled one', { kind: 'article.publish', from: 'scheduled', to: 'published' }, 'article.published'],
  ['one that came back', { kind: 'article.publish', from: 'withdrawn', to: 'published' }, 'article.published'],
  ['a new text', { kind: 'article.publish', from: 'published', to: 'published' }, 'article.updated'],
  ['a new address', { kind: 'article.move', from: 'published', to: 'published' }, 'article.updated'],
  ['a correction', { kind: 'article.correct', from: 'published', to: 'published' }, 'article.corrected'],
  ['a text that waits', { kind: 'article.edit', from: 'published', to: 'published' }, null],
  ['a draft', { kind: 'article.edit', from: 'draft', to: 'draft' }, null],
  ['a withdrawal', { kind: 'article.withdraw', from: 'published', to: 'withdrawn' }, 'article.withdrawn'],
  ['a kill', { kind: 'article.kill', from: 'published', to: 'killed' }, 'article.killed'],
  ['a kill of what was withdrawn', { kind: 'article.kill', from: 'withdrawn', to: 'killed' }, 'article.killed'],
  ['a blog', { kind: 'blog.change' }, null],
]

for (const [name, change, event] of cases)
  test(`${name}: ${event ?? 'nothing is told'}`, () => assert.equal(newsEventOf(change), event))
