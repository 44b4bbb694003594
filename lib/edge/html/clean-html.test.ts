import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanHtml } from './clean-html.ts'
import { tokens } from './tokens.ts'

const none = () => undefined
const cleaned = (html: string) => cleanHtml(html, none).html

const cases: readonly (readonly [what: string, from: string, to: string])[] = [
  ['drops scripts', '<p>a</p><script src="/x.js" async=""></script><p>b</p>', '<p>a</p><p>b</p>'],
  ['drops flight data', '<p>a</p><script>self.__next_f.push([1,"<p>x</p>"])</script>', '<p>a</p>'],
  ['drops a script whatever its case and spaces', '<SCRIPT\n>x</ScRiPt\t><p>b</p>', '<p>b</p>'],
  ['drops a script with > in an attribute', '<script data-a="</p>>">x</script><p>b</p>', '<p>b</p>'],
  ['drops a script that never ends', '<p>a</p><script>alert(1)', '<p>a</p>'],
  ['drops module scripts', '<script type="module">x</script>a', 'a'],
  [
    'keeps data blocks',
    '<script type="application/ld+json">{"a":"b"}</script>',
    '<script type="application/ld+json">{"a":"b"}</script>',
  ],
  ['drops a data type with a source', '<script type="application/ld+json" src="/x"></script>a', 'a'],
  ['drops a data block that opens a comment', '<script type="application/ld+json"><!--<script></script>a', 'a'],
  ['drops a type that only looks like data', '<script type="application/ld+json ">x</script>a', 'a'],
  ['drops the second type of two', '<script type="text/javascript" type="speculationrules">x</script>a', 'a'],
  [
    'drops script preloads',
    '<link rel="preload" as="script" href="/a.js"/><link rel="modulepreload" href="/b.js">a',
    'a',
  ],
  [
    'keeps other preloads',
    '<link rel="preload" as="font" href="/a.woff2" crossorigin=""/>',
    '<link rel="preload" as="font" href="/a.woff2" crossorigin=""/>',
  ],
  ['drops comments', '<p>a<!-- -->b<!--$--><!--/$--><!-->c<!--->d<!--x--!>e</p>', '<p>abcde</p>'],
  ['drops what browsers take for comments', 'a<?php x ?>b</ x>c<![CDATA[d]]>e', 'abce'],
  ['keeps the doctype', '<!DOCTYPE html><p>a', '<!DOCTYPE html><p>a'],
  ['drops empty leftovers', '<div hidden=""><!--$--><!--/$--></div><p>a</p>', '<p>a</p>'],
  ['keeps hidden elements with content', '<div hidden="">a</div>', '<div hidden="">a</div>'],
  ['keeps < that is only a character', '<p>1 < 2 <3 <</p>', '<p>1 < 2 <3 <</p>'],
  ['keeps escaped markup', '<p>&lt;script&gt;x&lt;/script&gt;</p>', '<p>&lt;script&gt;x&lt;/script&gt;</p>'],
  [
    'keeps markup inside text elements',
    '<title>a <!-- b --> <script></title>c',
    '<title>a <!-- b --> <script></title>c',
  ],
  [
    'drops a script hidden in the title of a drawing',
    '<svg><title><script>x</script></title></svg>',
    '<svg><title></title></svg>',
  ],
  [
    'drops nonces',
    '<style nonce="abc">p{}</style><link nonce="abc" rel="icon" href="/i">',
    '<style nonce="abc">p{}</style><link rel="icon" href="/i">',
  ],
  ['survives a tag that never ends', '<p>a</p><a href="x', '<p>a</p><a href="x'],
  ['survives emptiness', '', ''],
]

for (const [what, from, to] of cases) test(`cleanHtml ${what}`, () => assert.equal(cleaned(from), to))

test('no input makes a script element come out', () => {
  const pieces = [
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<svg>',
    '</svg>',
    '<title>',
    '</title>',
    '"',
    "'",
    '<a b=',
    '>',
    '<style>',
    '</style>',
    '</',
    '<',
    'x',
  ]
  let seed = 7
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed
  }
  for (let round = 0; round < 5000; round += 1) {
    const html = Array.from({ length: 12 }, () => pieces[next() % pieces.length]).join('')
    const once = cleaned(html)
    assert.ok(!hasScript(once), `${html} → ${once}`)
    // Nothing that was dropped let its neighbours grow together into something to drop.
    assert.equal(cleaned(once), once, html)
  }
})

test('stylesheets become one style element at the place of the first', () => {
  const sheets: Record<string, string> = {
    '/_next/static/a.css': '@charset "utf-8";p{background:url(../media/x.png)}\r\n',
    '/_next/static/b.css': 'q{background:url("/y.png")}',
  }
  const { html, styles, hasLinkedStyles } = cleanHtml(
    '<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/><title>t</title>' +
      '<link rel="stylesheet" href="/_next/static/b.css"/><link rel="stylesheet" href="/_next/static/a.css"/>',
    (href) => sheets[href],
  )
  const css = 'p{background:url(/_next/media/x.png)}\nq{background:url("/y.png")}'
  assert.equal(html, `<style>${css}</style><title>t</title>`)
  assert.deepEqual(styles, [css])
  assert.equal(hasLinkedStyles, false)
})

test('a stylesheet that is not ours stays linked, and so does one that would close the element', () => {
  const link = '<link rel="stylesheet" href="/x.css"/>'
  assert.deepEqual(cleanHtml(link, none), { html: link, styles: [], rules: [], hasLinkedStyles: true })
  assert.equal(cleanHtml(link, () => 'p{content:"</style>"}').html, link)
})

test('speculation rules and inline styles are handed out for hashing', () => {
  const { styles, rules } = cleanHtml(
    '<style>p{}</style><script type="speculationrules">{"prefetch":[]}</script>',
    none,
  )
  assert.deepEqual({ styles, rules }, { styles: ['p{}'], rules: ['{"prefetch":[]}'] })
})

function hasScript(html: string): boolean {
  return [...tokens(html)].some((token) => token.kind === 'raw-element' && token.name === 'script')
}
