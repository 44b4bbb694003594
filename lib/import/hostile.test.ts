import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorMs } from '#lib/runtime/testing/processor-time.ts'
import { bodyOfHtml } from './body/body-of-html.ts'
import { htmlOfLexical } from './formats/ghost-lexical.ts'
import { htmlOfMobiledoc } from './formats/ghost-mobiledoc.ts'
import { plainWords } from './formats/plain-words.ts'
import { inShort } from './testing/in-short.ts'
import { wordPressHtml } from './wordpress/block-comments.ts'

const place = { base: null, ownHost: null }
const parts = { attachment: () => null, uploads: [], pattern: () => null, footnotes: [] }

function read(html: string) {
  const losses: string[] = []
  const lose = (kind: string, detail: string) => void losses.push(`${kind}: ${detail}`)
  return { blocks: inShort(bodyOfHtml(html, place, lose).blocks), losses }
}

const flattened = 'formatting: elements inside each other'

/** Markup whose tree would take hours to build, or more memory than there is. */
const bombs: readonly (readonly [name: string, html: string])[] = [
  ['a hundred thousand elements inside each other', `${'<div>'.repeat(100_000)}Words`],
  [
    'unclosed formatting before many paragraphs',
    `${Array.from({ length: 3_000 }, (_, n) => `<b id=${n}>`).join('')}${'<p>Words</p>'.repeat(3_000)}`,
  ],
  ['a million empty elements', `Words${'<i></i>'.repeat(1_000_000)}`],
]

for (const [name, html] of bombs)
  test(`${name}: the words are kept, and that their markup is not is said`, async () => {
    const ms = await processorMs(() => {
      const { blocks, losses } = read(html)
      assert.match(blocks.join(' '), /Words/)
      assert.deepEqual(losses, [flattened])
    })
    assert.ok(ms < 20_000, `${ms} ms`)
    assert.match(plainWords(html), /Words/)
  })

test('words below four hundred elements are kept', () => {
  assert.deepEqual(read(`${'<div>'.repeat(600)}Deep ${'<b>down</b>'}`), {
    blocks: ['p Deep down'],
    losses: [flattened],
  })
})

test('elements and blocks that are called like something of JavaScript’s are elements and blocks', () => {
  assert.deepEqual(read('<constructor>A</constructor><p class="constructor">B</p>').blocks, ['p A', 'p B'])
  const losses: string[] = []
  const content =
    '<!-- wp:constructor {"__proto__":{"url":"x"}} /--><!-- wp:embed {"url":{"toString":1}} /--><!-- wp:block {"ref":{}} /-->'
  assert.equal(typeof wordPressHtml(content, parts, (kind) => void losses.push(kind)), 'string')
  assert.deepEqual(losses, ['no-equivalent', 'no-equivalent'])
})

test('half a million blocks that are never closed take no time', async () => {
  const ms = await processorMs(() => wordPressHtml('<!-- wp:freeform -->\n'.repeat(500_000), parts, () => undefined))
  assert.ok(ms < 20_000, `${ms} ms`)
})

const trap = { toString: 1, valueOf: null }

test('documents of Ghost whose parts are of other kinds than they should be give what they hold, and nothing is thrown', () => {
  const lexical = [
    { root: null },
    { root: { children: [null, 1, 'x', [], { type: 'paragraph', children: { length: 9 } }] } },
    {
      root: {
        children: [
          { type: 'text', text: trap, format: trap },
          { type: trap },
          { type: 'gallery', images: [null, 7, trap] },
        ],
      },
    },
    {
      root: {
        children: [
          { type: 'bookmark', url: trap, metadata: 'x' },
          { type: 'constructor' },
          { type: 'link', url: trap },
        ],
      },
    },
  ]
  for (const document of lexical) assert.equal(typeof htmlOfLexical(JSON.stringify(document)), 'string')
  const mobiledoc = [
    { sections: [null, 1, [1, trap, [[0, 5, 'x', trap]]], [3, 'ul', trap], [10, 99], [10, -1], [2, trap]] },
    {
      markups: 'x',
      atoms: [null],
      cards: [[trap, null]],
      sections: [
        [
          1,
          'p',
          [
            [1, [], 0, 0],
            [0, [0, 9], 1e9, 'Words'],
          ],
        ],
        [10, 0],
      ],
    },
  ]
  for (const document of mobiledoc) assert.equal(typeof htmlOfMobiledoc(JSON.stringify(document)), 'string')
  const [, second] = mobiledoc
  assert.match(htmlOfMobiledoc(JSON.stringify(second)), /Words/)
  const deep = `{"root":{"children":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}}`
  assert.equal(typeof htmlOfLexical(deep), 'string')
  assert.equal(typeof htmlOfMobiledoc(deep), 'string')
})
