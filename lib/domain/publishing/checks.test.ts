import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Body, Mark } from '#lib/domain/text/body.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import type { SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { findings, linksIn, type PublishGround } from './checks.ts'

const now = new Date('2026-06-01T00:00:00Z')
const text = {
  ...{ headline: 'Headline', standfirst: 'Standfirst', description: null, pictureId: 1, sources: [], sourceLine: null },
  body: [{ kind: 'paragraph', content: [{ text: 'Body' }] }] as Body,
}
const ready: Article = {
  ...{
    id: 1,
    editionId: 1,
    version: 1,
    blogId: 1,
    slug: 'slug',
    topicIds: [],
    corrections: [],
    deskStageId: null,
    suggestedBody: null,
    embargoUntil: null,
    text,
  },
  ...{ bylines: [{ contributorId: 1, role: null }], state: { kind: 'approved' } },
}
const suggestion = { kind: 'insertion', id: 'suggestion-1', by: 'aida', at: '2026-06-01T00:00:00Z' } as const
const map = { id: 1, fileName: 'map.png', alt: 'A map of three rivers', caption: 'Where they meet', rightsUntil: null }
const ground: PublishGround = { desk: [], isAddressFree: true, pictures: [map], linked: [], deadHrefs: [] }

const letsOut = {
  id: 1,
  name: 'Ready',
  state: 'approved',
  position: 0,
  entryRole: null,
  follows: [],
  releases: true,
} as const
const legal = { ...letsOut, id: 2, name: 'Legal', position: 1, releases: false }

function kinds(article: Partial<Article>, around: Partial<PublishGround> = {}): readonly string[] {
  return findings({ ...ready, ...article }, { ...ground, ...around }, now).map(
    ({ kind, field, blocks }) => `${kind} ${field}${blocks ? '' : ' (hint)'}`,
  )
}
const withText = (given: Partial<Article['text']>) => ({ text: { ...text, ...given } })
const linked = (mark: Mark): Body => [{ kind: 'list', ordered: false, items: [[{ text: 'here', marks: [mark] }]] }]

test('an article that is ready has no findings', () => {
  assert.deepEqual(kinds({}), [])
})

/** What is wrong, and what the checks say: kind, the field where it is put right, and whether it only is a hint. */
const table: readonly (readonly [string, Partial<Article>, Partial<PublishGround>, readonly string[]])[] = [
  ['no headline', withText({ headline: ' ' }), {}, ['no-headline headline']],
  ['no standfirst', withText({ standfirst: '\u00a0' }), {}, ['no-standfirst standfirst']],
  ['no text', withText({ body: [] }), {}, ['no-body body']],
  ['no byline', { bylines: [] }, {}, ['no-byline bylines']],
  ['no picture', withText({ pictureId: null }), {}, ['no-picture picture (hint)']],
  ['a picture without words here', {}, { pictures: [{ ...map, alt: null, caption: null }] }, ['no-alt picture']],
  [
    'a picture whose rights ended yesterday',
    {},
    { pictures: [{ ...map, rightsUntil: new Date('2026-05-31T00:00:00Z') }] },
    ['rights-ended picture'],
  ],
  ['a picture whose rights end today', {}, { pictures: [{ ...map, rightsUntil: now }] }, []],
  [
    'a figure whose rights ended',
    withText({ body: [{ kind: 'figure', pictureId: 2, size: 'text' }] }),
    { pictures: [map, { ...map, id: 2, rightsUntil: new Date(0) }] },
    ['rights-ended body'],
  ],
  ['a picture that is not there', {}, { pictures: [] }, ['no-alt picture']],
  ['alt that repeats the caption', {}, { pictures: [{ ...map, alt: 'Where they meet.' }] }, ['alt-is-caption picture']],
  ['a figure without alt', withText({ body: [{ kind: 'figure', pictureId: 2, size: 'text' }] }), {}, ['no-alt body']],
  [
    'a figure without alt where there is no lead picture',
    withText({ pictureId: null, body: [{ kind: 'figure', pictureId: 2, size: 'text' }] }),
    {},
    ['no-alt body', 'no-picture picture (hint)'],
  ],
  [
    'a decorative figure without alt',
    withText({ body: [{ kind: 'figure', pictureId: 2, size: 'text', decorative: 'A pattern' }] }),
    {},
    [],
  ],
  ['a lead picture that is a figure too', withText({ body: [{ kind: 'figure', pictureId: 1, size: 'text' }] }), {}, []],
  ['an address of another article', {}, { isAddressFree: false }, ['address-taken address']],
  ['an address that is none', { slug: 'archive' }, {}, ['bad-address address']],
  ['an embargo', { embargoUntil: new Date(now.getTime() + 1) }, {}, ['under-embargo publishing']],
  ['a stage that keeps it', { deskStageId: 2 }, { desk: [letsOut, legal] }, ['stage-keeps publishing']],
  ['a stage that lets it out', { deskStageId: 1 }, { desk: [letsOut, legal] }, []],
  [
    'suggestions that nobody has settled',
    {
      suggestedBody: [
        ...text.body,
        { kind: 'paragraph', content: [{ text: 'New', marks: [suggestion] }], suggestion },
        { kind: 'divider', suggestion: { ...suggestion, id: 'suggestion-2' } },
      ],
    },
    {},
    ['open-suggestions body (hint)'],
  ],
  ['an embargo that ends now', { embargoUntil: now }, {}, []],
]

for (const [name, article, around, expected] of table)
  test(`found: ${name}`, () => {
    assert.deepEqual(kinds(article, around), expected)
  })

test('links of this site must lead somewhere, and wait for nobody', () => {
  const to = linked({ kind: 'article-link', articleId: 9 })
  assert.deepEqual(kinds(withText({ body: to }), { linked: [{ id: 9, state: 'public' }] }), [])
  assert.deepEqual(kinds(withText({ body: to }), { linked: [{ id: 9, state: 'gone' }] }), ['dead-link body'])
  assert.deepEqual(kinds(withText({ body: to })), ['dead-link body'])
  assert.deepEqual(kinds(withText({ body: to }), { linked: [{ id: 9, state: 'waiting' }] }), [
    'waiting-link body (hint)',
  ])
  const href = linked({ kind: 'link', href: '/rivers/old' })
  assert.deepEqual(kinds(withText({ body: href }), { deadHrefs: ['/rivers/old'] }), ['dead-link body'])
  assert.deepEqual(kinds(withText({ body: href })), [])
})

test('a suggestion counts once, however many words and blocks it is', () => {
  const suggestedBody: SuggestedBody = [
    {
      kind: 'paragraph',
      content: [{ text: 'a', marks: [suggestion] }, { text: 'b' }, { text: 'c', marks: [suggestion] }],
    },
    { kind: 'divider', suggestion },
  ]
  const [found] = findings({ ...ready, suggestedBody }, ground, now)
  assert.deepEqual(found, { kind: 'open-suggestions', blocks: false, field: 'body', count: 1 })
})

test('what must be put right stands before what is worth a look', () => {
  assert.deepEqual(kinds({ ...withText({ pictureId: null }), bylines: [] }), [
    'no-byline bylines',
    'no-picture picture (hint)',
  ])
})

test('links are found in every block that can hold one', () => {
  const run = [{ text: 'x', marks: [{ kind: 'article-link', articleId: 9 }] }] as const
  const body: Body = [
    { kind: 'paragraph', content: run },
    { kind: 'quotation', paragraphs: [run], attribution: run },
    { kind: 'list', ordered: true, items: [run] },
    { kind: 'table', caption: '', head: [run], rows: [[run]], hasRowHeads: false, numericColumns: [] },
    { kind: 'fact-box', title: '', body: [{ kind: 'paragraph', content: run }] },
    { kind: 'divider' },
  ]
  assert.equal(linksIn(body).length, 7)
})
