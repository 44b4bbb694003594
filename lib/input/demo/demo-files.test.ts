import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDemoFiles } from './demo-files.ts'

const edition = 'key: en\nlocale: en\ndirection: ltr\ntimeZone: UTC\nname: N\ntagline: T\ndescription: D\n'
const article =
  'family: f\nslug: s\nblog: rivers\nheadline: H\nstandfirst: S\nbylines: [desk]\ntopics: []\npublished: 2026-01-02T03:04:05Z\nsources: []\n'

const parse = (path: string, text: string) =>
  parseDemoFiles([
    { path: 'en/edition.yaml', text: edition },
    { path, text },
  ])

test('an article comes with its blocks and dates', () => {
  const parsed = parse(
    'en/articles/s.yaml',
    `${article}body:\n  - p: A *b*\n  - table: {caption: c, head: [" ", 1], rows: [[a, 2.5]]}\n`,
  )
  assert.ok(parsed.ok)
  const [found] = parsed.value.editions[0]?.articles ?? []
  assert.deepEqual(found?.published, new Date('2026-01-02T03:04:05Z'))
  const table = found?.body[1]
  assert.ok(table?.kind === 'table')
  assert.deepEqual(table.head, [[], [{ text: '1', marks: [] }]])
  assert.deepEqual(table.rows[0]?.[1], [{ text: '2.5', marks: [] }])
})

const mistakes: readonly (readonly [string, string, string])[] = [
  ['a misspelt field', `${article}bodi: []\nbody: [{p: x}]`, ''],
  ['an unknown block', `${article}body: [{paragraf: x}]`, 'body.0'],
  ['HTML in a text', `${article}body: [{p: ok}, {p: "<b>x</b>"}]`, 'body.1.p'],
  [
    'a fact box with a figure',
    `${article}body: [{factbox: {title: t, body: [{figure: {picture: x, size: text}}]}}]`,
    'body.0.factbox.body.0',
  ],
  ['a slug of the program', `${article.replace('slug: s', 'slug: archive')}body: [{p: x}]`, 'slug'],
  ['an update before publication', `${article}updated: 2025-01-01T00:00:00Z\nbody: [{p: x}]`, ''],
  ['no YAML at all', 'a: [', ''],
]
for (const [name, text, path] of mistakes)
  test(`${name} is named with its file and field`, () => {
    const parsed = parse('en/articles/s.yaml', text)
    assert.ok(!parsed.ok)
    assert.deepEqual([parsed.error[0]?.file, parsed.error[0]?.path], ['en/articles/s.yaml', path])
  })

test('mistakes of all files come at once', () => {
  const parsed = parseDemoFiles([
    { path: 'en/edition.yaml', text: 'key: english' },
    { path: 'pictures.yaml', text: '- {}' },
  ])
  assert.deepEqual(!parsed.ok && [...new Set(parsed.error.map(({ file }) => file))], [
    'en/edition.yaml',
    'pictures.yaml',
  ])
})
