import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Body, Figure } from '#lib/domain/text/body.ts'
import { canonicalInline } from '#lib/domain/writing/editor/document.ts'
import { bodyOf, chance } from '#lib/domain/writing/editor/testing/bodies.ts'
import { acceptAll, rejectAll, settle, type Verdict } from './settle.ts'
import {
  hasSuggestions,
  inlinesOf,
  isClean,
  marksIn,
  type SuggestedBlock,
  type SuggestedBody,
  type SuggestedInline,
} from './suggested-body.ts'
import { mark, suggestedBodyOf } from './testing/suggested-bodies.ts'

const seeds = Array.from({ length: 200 }, (_, seed) => seed)
const samples = seeds.map((seed) => ({ seed, body: suggestedBodyOf(chance(seed)) }))
const idsIn = (body: SuggestedBody) => [...new Set(marksIn(body).map(({ id }) => id))]
const inserted = (text: string, id?: string) => ({ text, marks: [mark('insertion', id)] })
const deleted = (text: string, id?: string) => ({ text, marks: [mark('deletion', id)] })
const paragraph = (...content: SuggestedInline): SuggestedBlock => ({ kind: 'paragraph', content })

test('a body is a text without suggestions, and the other way does not compile', () => {
  const plain: Body = [{ kind: 'paragraph', content: [{ text: 'a' }] }]
  const suggested: SuggestedBody = plain
  // @ts-expect-error: what is suggested would reach readers
  const back: Body = suggested
  const figure: SuggestedBlock = { kind: 'figure', pictureId: 1, size: 'text', suggestion: mark('insertion') }
  // @ts-expect-error: a block without words leaks no better
  const leak: Body = [figure]
  // @ts-expect-error: nor does its part under the name of its kind
  const parts: Body = [figure as Figure & { suggestion?: ReturnType<typeof mark> }]
  assert.ok(isClean(back) && !isClean(leak) && !isClean(parts))
})

test('without suggestions nothing changes, not even the object', () => {
  for (const seed of seeds) {
    const body = bodyOf(chance(seed))
    assert.equal(rejectAll(body), body)
    assert.equal(acceptAll(body), body)
  }
})

test('rejecting all gives back the text that was there before', () => {
  for (const seed of seeds) {
    const body = bodyOf(chance(seed))
    assert.deepEqual(rejectAll(suggestedBodyOf(chance(seed + 1000), body)), body, `seed ${seed}`)
  }
})

test('one by one, in any order, is all at once', () => {
  for (const { seed, body } of samples) {
    const next = chance(seed)
    const ids = idsIn(body).toSorted(() => next() - 0.5)
    const oneByOne = (verdict: Verdict) =>
      ids.reduce<SuggestedBody>((before, id) => settle(before, [id], verdict), body)
    assert.deepEqual(oneByOne('accept'), acceptAll(body), `seed ${seed}`)
    assert.deepEqual(oneByOne('reject'), rejectAll(body), `seed ${seed}`)
  }
})

test('what readers get is the same whoever’s suggestions were rejected, and however often', () => {
  for (const { seed, body } of samples) {
    const ids = idsIn(body).filter((_, place) => place % 2 === 0)
    const once = settle(body, ids, 'reject')
    assert.deepEqual(rejectAll(once), rejectAll(body), `seed ${seed}`)
    assert.deepEqual(settle(once, ids, 'reject'), once, `seed ${seed}`)
    assert.deepEqual(settle(once, ids, 'accept'), once, `seed ${seed}`)
  }
})

test('some accepted and the rest rejected: the order makes no difference', () => {
  for (const { seed, body } of samples) {
    const ids = idsIn(body)
    const [yes, no] = [ids.filter((_, place) => place % 3 === 0), ids.filter((_, place) => place % 3 !== 0)]
    const one = settle(settle(body, yes, 'accept'), no, 'reject')
    assert.deepEqual(one, settle(settle(body, no, 'reject'), yes, 'accept'), `seed ${seed}`)
    assert.ok(!hasSuggestions(one), `seed ${seed}`)
  }
})

test('what is left is a body: one spelling, no block without words, anchors that lead to one place', () => {
  for (const { seed, body } of samples)
    for (const done of [acceptAll(body), rejectAll(body), settle(body, idsIn(body).slice(0, 3), 'accept')]) {
      const anchors = done.flatMap((block) => (block.kind === 'crosshead' ? [block.anchor] : []))
      assert.equal(new Set(anchors).size, anchors.length, `seed ${seed}`)
      for (const block of done) {
        for (const inline of inlinesOf(block)) {
          assert.deepEqual(canonicalInline(inline), inline, `seed ${seed}`)
          assert.ok(block.kind === 'table' || inline.length > 0, `seed ${seed}: an empty ${block.kind}`)
        }
        if (block.kind === 'list') assert.ok(block.items.length > 0)
      }
    }
})

const cases: readonly (readonly [string, SuggestedBody, Body, Body])[] = [
  [
    'a replaced word',
    [paragraph({ text: 'The ' }, deleted('big '), inserted('vast '), { text: 'river' })],
    [paragraphOf('The vast river')],
    [paragraphOf('The big river')],
  ],
  [
    'words that one wants in and another out',
    [paragraph({ text: 'River' }, { text: ' Chu', marks: [mark('insertion', 'a'), mark('deletion', 'b')] })],
    [paragraphOf('River')],
    [paragraphOf('River')],
  ],
  ['a paragraph all of new words', [paragraph(inserted('New'))], [paragraphOf('New')], []],
  [
    'a paragraph of which every word goes',
    [paragraph(deleted('Old', 'a'), deleted(' words', 'b'))],
    [],
    [paragraphOf('Old words')],
  ],
  [
    'a picture in the place of another',
    [
      { kind: 'figure', pictureId: 1, size: 'text', suggestion: mark('deletion') },
      { kind: 'figure', pictureId: 2, size: 'text', suggestion: mark('insertion') },
    ],
    [{ kind: 'figure', pictureId: 2, size: 'text' }],
    [{ kind: 'figure', pictureId: 1, size: 'text' }],
  ],
  [
    'a crosshead in other words keeps its anchor',
    [
      { kind: 'crosshead', text: 'Old', anchor: 's-old', suggestion: mark('deletion') },
      { kind: 'crosshead', text: 'New', anchor: 's-new', suggestion: mark('insertion') },
    ],
    [{ kind: 'crosshead', text: 'New', anchor: 's-old' }],
    [{ kind: 'crosshead', text: 'Old', anchor: 's-old' }],
  ],
  [
    'an item of a list and the name under a quotation',
    [
      { kind: 'list', ordered: true, items: [[{ text: 'One' }], [inserted('Two')]] },
      { kind: 'quotation', paragraphs: [[{ text: 'Said' }]], attribution: [deleted('Nobody')] },
    ],
    [
      { kind: 'list', ordered: true, items: [[{ text: 'One' }], [{ text: 'Two' }]] },
      { kind: 'quotation', paragraphs: [[{ text: 'Said' }]] },
    ],
    [
      { kind: 'list', ordered: true, items: [[{ text: 'One' }]] },
      { kind: 'quotation', paragraphs: [[{ text: 'Said' }]], attribution: [{ text: 'Nobody' }] },
    ],
  ],
  [
    'a part of a fact box, and the last of one',
    [
      { kind: 'fact-box', title: 'A', body: [part('One'), { ...part('Two'), suggestion: mark('insertion') }] },
      { kind: 'fact-box', title: 'B', body: [{ ...part('Three'), suggestion: mark('deletion') }] },
    ],
    [
      { kind: 'fact-box', title: 'A', body: [part('One'), part('Two')] },
      { kind: 'fact-box', title: 'B', body: [part('…')] },
    ],
    [
      { kind: 'fact-box', title: 'A', body: [part('One')] },
      { kind: 'fact-box', title: 'B', body: [part('Three')] },
    ],
  ],
  [
    'a cell of a table: its row stays',
    [tableOf([[inserted('1')], []])],
    [tableOf([[{ text: '1' }], []])],
    [tableOf([[], []])],
  ],
]
for (const [name, body, accepted, rejected] of cases)
  test(`${name}: accepted and rejected`, () => {
    assert.deepEqual(acceptAll(body), accepted)
    assert.deepEqual(rejectAll(body), rejected)
  })

function part(text: string) {
  return { kind: 'paragraph', content: [{ text }] } as const
}

function paragraphOf(text: string): Body[number] {
  return part(text)
}

function tableOf<T extends SuggestedInline>(row: readonly T[]) {
  return {
    ...({ kind: 'table', caption: 'Rain', head: [[{ text: 'a' }], []], rows: [row] } as const),
    ...{ hasRowHeads: false, numericColumns: [] },
  }
}
