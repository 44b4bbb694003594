import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chance } from '#lib/domain/writing/editor/testing/bodies.ts'
import { rejectAll } from '#lib/domain/writing/suggesting/settle.ts'
import { hasSuggestions } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { mark, suggestedBodyOf } from '#lib/domain/writing/suggesting/testing/suggested-bodies.ts'
import { parseDraft } from '../article-draft.ts'
import { parseBody, parseSuggestedBody } from './body.ts'

const samples = Array.from({ length: 100 }, (_, seed) => suggestedBodyOf(chance(seed)))

test('a draft keeps what is suggested in it; a body never takes it, and takes what is left without it', () => {
  for (const body of samples) {
    assert.deepEqual(parseSuggestedBody(JSON.parse(JSON.stringify(body))), { ok: true, value: body })
    if (hasSuggestions(body)) assert.ok(!parseBody(body).ok)
    assert.deepEqual(parseBody(rejectAll(body)), { ok: true, value: rejectAll(body) })
  }
})

const one = mark('insertion')
const words = (...marks: readonly unknown[]) => ({ kind: 'paragraph', content: [{ text: 'x', marks }] })
const refusals: readonly (readonly [string, readonly unknown[], string])[] = [
  ['a kind of nobody', [words({ ...one, kind: 'replacement' })], '0.content.0.marks.0.kind'],
  ['a block of a kind of nobody', [{ kind: 'divider', suggestion: { ...one, kind: 'strong' } }], '0.suggestion.kind'],
  ['a suggestion of nobody', [words({ ...one, by: '' })], '0.content.0.marks.0.by'],
  ['a suggestion of a script', [words({ ...one, by: '<script>' })], '0.content.0.marks.0.by'],
  ['an id as long as a book', [words({ ...one, id: 'x'.repeat(65) })], '0.content.0.marks.0.id'],
  ['an id that is none', [words({ ...one, id: 'a b c d e f' })], '0.content.0.marks.0.id'],
  ['a time that is none', [words({ ...one, at: 'yesterday' })], '0.content.0.marks.0.at'],
  ['a suggestion that says more', [words({ ...one, accepted: true })], '0.content.0.marks.0'],
  ['a suggestion in a suggestion', [words({ ...one, suggestion: one })], '0.content.0.marks.0'],
  [
    'a block that is suggested inside out',
    [{ kind: 'divider', suggestion: { ...one, suggestion: one } }],
    '0.suggestion',
  ],
  ['several suggestions of one block', [{ kind: 'divider', suggestion: [one, one] }], '0.suggestion'],
  ['two insertions of one word', [words(one, mark('insertion', 'another-one'))], '0.content.0.marks'],
  ['a mark in a crosshead', [{ kind: 'crosshead', text: 'x', anchor: 's-x', marks: [one] }], '0'],
  ['a run in a pull quote', [{ kind: 'pull-quote', text: [{ text: 'x', marks: [one] }] }], '0.text'],
  [
    'a cell that is suggested as a whole',
    [table({ rows: [[{ suggestion: one, content: [{ text: 'x' }] }]] })],
    '0.rows.0.0',
  ],
  ['an item that is no words', [{ kind: 'list', ordered: true, items: [{ suggestion: one }] }], '0.items.0'],
  ['a suggestion of two people', [words(one), words({ ...mark('deletion'), by: 'bek' })], ''],
  ['a suggestion of two times', [words(one), words({ ...one, at: '2026-11-22T12:00:01.000Z' })], ''],
  ['suggestions without end', Array.from({ length: 1001 }, (_, n) => pair(n)), ''],
]
for (const [name, body, path] of refusals)
  test(`${name} is refused where it stands`, () => {
    const parsed = parseSuggestedBody(body)
    assert.ok(!parsed.ok)
    assert.deepEqual(
      parsed.error.map((problem) => problem.path),
      [path],
    )
  })

test('ten thousand suggestions in a draft are refused for their length', () => {
  const content = Array.from({ length: 10_000 }, (_, n) => ({
    text: 'x',
    marks: [mark('insertion', `suggestion-${n}`)],
  }))
  const parsed = parseDraft({ headline: '', body: [{ kind: 'paragraph', content }] })
  assert.ok(!parsed.ok)
  assert.equal(parsed.error[0]?.path, 'body')
})

test('as many as there may be are read', () => {
  const body = Array.from({ length: 1000 }, (_, n) => pair(n))
  assert.ok(parseSuggestedBody(body).ok)
})

function pair(n: number) {
  return words(mark('insertion', `insertion-${n}`), mark('deletion', `deletion-${n}`))
}

function table(given: object) {
  const facts = { caption: 'x', head: [[{ text: 'x' }]], hasRowHeads: false, numericColumns: [] }
  return { kind: 'table', ...facts, ...given }
}
