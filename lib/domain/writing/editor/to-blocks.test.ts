import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Body } from '#lib/domain/text/body.ts'
import { suggestedBodyOf } from '#lib/domain/writing/suggesting/testing/suggested-bodies.ts'
import { parseBody } from '#lib/input/articles/body/body.ts'
import type { DocNode } from './document.ts'
import { blockKinds, blockOf, bodyOf, chance } from './testing/bodies.ts'
import { toBlocks } from './to-blocks.ts'
import { toDocument } from './to-document.ts'

test('every body survives the way into the editor and back', () => {
  for (let seed = 0; seed < 500; seed++) {
    const body = bodyOf(chance(seed))
    assert.ok(parseBody(body).ok, `seed ${seed} made a body that nobody accepts`)
    assert.deepEqual(toBlocks(toDocument(body)), body, `seed ${seed}`)
  }
})

test('what is suggested in a body survives it too', () => {
  for (let seed = 0; seed < 500; seed++) {
    const body = suggestedBodyOf(chance(seed))
    assert.deepEqual(toBlocks(toDocument(body)), body, `seed ${seed}`)
  }
})

for (const kind of blockKinds)
  test(`a ${kind} survives the way into the editor and back`, () => {
    for (let seed = 0; seed < 50; seed++) {
      const body = [blockOf(chance(seed), kind, 0)]
      assert.deepEqual(toBlocks(toDocument(body)), body)
    }
  })

test('an empty body is an empty paragraph, and that is an empty body', () => {
  assert.deepEqual(toDocument([]), { type: 'doc', content: [{ type: 'paragraph' }] })
  assert.deepEqual(toBlocks(toDocument([])), [])
})

test('what is begun is kept, and says what is missing', () => {
  const cell = { type: 'tableCell', content: [{ type: 'paragraph', content: [{ type: 'text', text: '1' }] }] }
  const table = {
    type: 'tableBlock',
    content: [{ type: 'tableCaption' }, { type: 'table', content: [{ type: 'tableRow', content: [cell] }] }],
  }
  const facts = { type: 'factBox', content: [{ type: 'factTitle', content: [{ type: 'text', text: 'Facts' }] }] }
  const body = toBlocks({ type: 'doc', content: [table, facts, { type: 'pullQuote' }, { type: 'paragraph' }] })
  assert.ok(parseBody(body).ok)
  assert.deepEqual(
    body.map((block) => block.kind),
    ['table', 'fact-box'],
  )
  const [again] = toDocument(body).content ?? []
  assert.deepEqual(again?.content?.[0], { type: 'tableCaption' }, 'the caption is empty again in the editor')
})

test('two crossheads never share an anchor', () => {
  const head = (text: string) => ({ type: 'crosshead', attrs: { anchor: 's-one' }, content: [{ type: 'text', text }] })
  const anchors = toBlocks({ type: 'doc', content: [head('One'), head('One more')] }).map((block) =>
    block.kind === 'crosshead' ? block.anchor : null,
  )
  assert.deepEqual(anchors, ['s-one', 's-one-more'])
})

test('a hostile document becomes nothing, or a body that is refused', () => {
  const linked = (href: unknown) =>
    ({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }] },
      ],
    }) satisfies DocNode
  for (const href of [
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '',
    null,
    { toString: 1 }.toString,
  ])
    assert.equal(parseBody(toBlocks(linked(href))).ok, false, String(href))
  assert.deepEqual(toBlocks({ type: 'doc', content: [{ type: 'html', attrs: { html: '<script>' } }] }), [])
  const refused: readonly DocNode[] = [
    { type: 'figure', attrs: { pictureId: '1; DROP TABLE' } },
    { type: 'figure', attrs: { pictureId: -1 } },
    { type: 'embed', attrs: { provider: 'x', url: 'javascript:alert(1)', title: 'x', fallback: 'x' } },
    { type: 'crosshead', attrs: { anchor: '" onclick="' }, content: [{ type: 'text', text: 'x' }] },
    { type: 'paragraph', content: [{ type: 'text', text: '\ud800' }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'a'.repeat(5_000_000) }] },
  ]
  for (const node of refused) assert.equal(parseBody(toBlocks({ type: 'doc', content: [node] })).ok, false, node.type)
  const many: Body = Array.from({ length: 10_000 }, () => ({ kind: 'divider' }))
  assert.equal(parseBody(toBlocks(toDocument(many))).ok, false)
})
