import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '#lib/domain/text/body.ts'
import { readingHints } from './readability.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', content: [{ text }] })
const sentence = (words: number) => `W${Array.from({ length: words }, () => 'ord').join(' w')}. `

test('a long sentence is found where it stands', () => {
  const hints = readingHints([paragraph(sentence(10)), paragraph(sentence(8) + sentence(40))], 'en')
  assert.deepEqual(
    hints.map(({ kind, block, words }) => ({ kind, block, words })),
    [{ kind: 'long-sentence', block: 1, words: 40 }],
  )
})

test('short sentences can make a long paragraph', () => {
  assert.deepEqual(
    readingHints([paragraph(sentence(12).repeat(10))], 'en').map(({ kind }) => kind),
    ['long-paragraph'],
  )
})

test('what is long depends on the language', () => {
  const body = [paragraph(`${Array.from({ length: 30 }, () => 'слово').join(' ')}.`)]
  assert.equal(readingHints(body, 'ru').length, 1)
  assert.equal(readingHints(body, 'en').length, 0)
})

test('words of others are left alone', () => {
  assert.deepEqual(readingHints([{ kind: 'quotation', paragraphs: [[{ text: sentence(60) }]] }], 'en'), [])
})
