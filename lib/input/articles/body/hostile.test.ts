import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mostCharacters, parseDraft } from '../article-draft.ts'
import { parseBatch } from '../saving.ts'

const draft = {
  ...{ headline: 'Bridge', standfirst: '', description: null, pictureId: null, sources: [], sourceLine: null },
  ...{ slug: 'bridge', blogId: 1, topicIds: [], bylines: [], body: [] as unknown },
}
const paragraph = (text: string) => ({ kind: 'paragraph', content: [{ text }] })
const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)

const refused: readonly (readonly [string, unknown, string])[] = [
  ['five megabytes in one block', { ...draft, body: [paragraph('x'.repeat(5_000_000))] }, 'body'],
  [
    'five megabytes in many blocks',
    { ...draft, body: Array.from({ length: 500 }, () => paragraph('x'.repeat(10_000))) },
    'body',
  ],
  ['ten thousand blocks', { ...draft, body: Array.from({ length: 10_000 }, () => ({ kind: 'divider' })) }, 'body'],
  ['a million brackets in each other', { ...draft, body: nested(1_000_000) }, 'body'],
  ['a document of another program', { ...draft, body: { type: 'doc', content: [] } }, 'body'],
  ['markup as a body', { ...draft, body: '<script>alert(1)</script>' }, 'body'],
  ['half a surrogate pair in the headline', { ...draft, headline: 'a\ud800b' }, 'headline'],
  ['half a surrogate pair in the standfirst', { ...draft, standfirst: '\udc00' }, 'standfirst'],
  ['half a surrogate pair in a source', { ...draft, sources: [{ name: '\ud83d' }] }, 'sources.0.name'],
  ['half a surrogate pair in a paragraph', { ...draft, body: [paragraph('a\udfff')] }, 'body.0.content.0.text'],
  ['a script as a source', { ...draft, sources: [{ name: 'a', href: 'JavaScript:alert(1)' }] }, 'sources.0.href'],
  ['data as a source', { ...draft, sources: [{ name: 'a', href: 'data:text/html,<script>' }] }, 'sources.0.href'],
  ['markup as an address', { ...draft, slug: '"><script>' }, 'slug'],
  ['a field of nobody', { ...draft, onload: 'alert(1)' }, ''],
  ['nothing at all', null, ''],
]

for (const [name, value, path] of refused)
  test(`${name} is refused, with its place and a word`, () => {
    const parsed = parseDraft(value)
    assert.ok(!parsed.ok)
    assert.ok(
      parsed.error.some((problem) => problem.path === path && problem.message.length > 3),
      JSON.stringify(parsed.error.slice(0, 5)),
    )
  })

test('a batch of any of it is refused alike, and nothing of it throws', () => {
  for (const [name, value] of refused) {
    const batch = { tab: 'a1d9b3f0-1c5e-4d53-9f0a-0d6f7a4f3b11', sequence: 1, baseVersion: 1, draft: value }
    assert.equal(parseBatch(batch).ok, false, name)
  }
  assert.equal(parseBatch(nested(1_000_000)).ok, false)
})

test('the words of an attack are words', () => {
  const words = `</script><script>alert(1)</script><img src=x onerror=alert(1)> ]]> --> {{7*7}} \${1} ' " & 😀`
  const parsed = parseDraft({ ...draft, headline: words, standfirst: words, body: [paragraph(words)] })
  assert.ok(parsed.ok)
  assert.equal(parsed.value.headline, words)
  assert.ok(JSON.stringify(parsed.value).length < mostCharacters)
})

test('a key that names a prototype changes none', () => {
  const parsed = parseDraft(JSON.parse(`{"__proto__": {"isAdmin": true}, "headline": "x"}`))
  assert.equal(parsed.ok, false)
  assert.equal('isAdmin' in {}, false)
})
