import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Body } from '#lib/domain/text/body.ts'
import { parseBody } from './body.ts'

const run = (text: string) => [{ text }]

const whole: Body = [
  {
    kind: 'paragraph',
    content: [{ text: 'A ' }, { text: 'link', marks: [{ kind: 'link', href: 'https://example.org/a?b=c' }] }],
  },
  {
    kind: 'paragraph',
    content: [
      {
        text: 'x',
        marks: [
          { kind: 'language', lang: 'ky' },
          { kind: 'article-link', articleId: 1 },
        ],
      },
    ],
  },
  { kind: 'crosshead', text: 'Head', anchor: 's-куда' },
  { kind: 'quotation', paragraphs: [run('a'), run('b')], attribution: run('c') },
  { kind: 'pull-quote', text: 'a', attribution: 'b' },
  { kind: 'list', ordered: true, items: [run('a')] },
  { kind: 'figure', pictureId: 1, size: 'wide' },
  { kind: 'table', caption: 'a', head: [[], run('b')], rows: [[run('c'), []]], hasRowHeads: true, numericColumns: [1] },
  {
    kind: 'fact-box',
    title: 'a',
    body: [
      { kind: 'paragraph', content: run('b') },
      { kind: 'list', ordered: false, items: [run('c')] },
    ],
  },
  { kind: 'embed', provider: 'a', url: 'https://example.org', title: 'b', fallback: 'c' },
  { kind: 'divider' },
]

test('a body of every block is what it was', () => {
  assert.deepEqual(parseBody(JSON.parse(JSON.stringify(whole))), { ok: true, value: whole })
})

const link = (href: string) => [{ kind: 'paragraph', content: [{ text: 'x', marks: [{ kind: 'link', href }] }] }]
const refusals: readonly (readonly [string, unknown, string])[] = [
  ['a script as a link', link('javascript:alert(1)'), '0.content.0.marks.0.href'],
  ['a script with a space before it', link(' javascript:alert(1)'), '0.content.0.marks.0.href'],
  ['data as a link', link('data:text/html,x'), '0.content.0.marks.0.href'],
  ['another site as a path', link('//evil.example'), '0.content.0.marks.0.href'],
  ['another site by a backslash', link('/\\evil.example'), '0.content.0.marks.0.href'],
  ['an unknown block', [{ kind: 'script', text: 'x' }], '0.kind'],
  ['an unknown field', [{ kind: 'divider', onclick: 'x' }], '0'],
  [
    'an unknown mark',
    [{ kind: 'paragraph', content: [{ text: 'x', marks: [{ kind: 'blink' }] }] }],
    '0.content.0.marks.0.kind',
  ],
  ['an empty paragraph', [{ kind: 'paragraph', content: [] }], '0.content'],
  [
    'a language that is none',
    [{ kind: 'paragraph', content: [{ text: 'x', marks: [{ kind: 'language', lang: 'x y' }] }] }],
    '0.content.0.marks.0.lang',
  ],
  ['half a surrogate pair', [{ kind: 'pull-quote', text: '\ud800' }], '0.text'],
  ['a control character', [{ kind: 'pull-quote', text: 'a\u0000b' }], '0.text'],
  [
    'an embed without encryption',
    [{ kind: 'embed', provider: 'a', url: 'http://example.org', title: 'b', fallback: 'c' }],
    '0.url',
  ],
  ['an anchor that stands twice', [whole[2], whole[2]], '1.anchor'],
  ['an anchor with markup', [{ kind: 'crosshead', text: 'x', anchor: 'a"b' }], '0.anchor'],
  ['a row too short', [{ ...whole[7], rows: [[run('a')]] }], '0'],
  ['a numeric column too far', [{ ...whole[7], numericColumns: [2] }], '0'],
  [
    'a fact box in a fact box',
    [{ kind: 'fact-box', title: 'a', body: [{ kind: 'fact-box', title: 'b', body: [] }] }],
    '0.body.0.kind',
  ],
  ['no list', { kind: 'divider' }, ''],
]
for (const [name, value, path] of refusals)
  test(`${name} is refused where it stands`, () => {
    const parsed = parseBody(value)
    assert.ok(!parsed.ok)
    assert.deepEqual(
      parsed.error.map((problem) => problem.path),
      [path],
    )
  })
