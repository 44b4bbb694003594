import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expiry, type PublicTrace } from './expiry.ts'

const trace: PublicTrace = {
  kind: 'listed',
  articleId: 42,
  editionId: 1,
  blogId: 7,
  path: 'rivers/chu',
  formerPaths: [],
  topicIds: [3],
  contributorIds: [5],
  translationIds: [43],
  hasCorrections: false,
}
const gone: PublicTrace = { ...trace, kind: 'gone' }
const ownTags = [
  ...[
    'address:1:rivers/chu',
    'article:42',
    'article:43',
    'blog:7:latest',
    'contributor:5:latest',
    'latest:1',
    'search:1',
    'sitemap:0',
    'sitemaps',
  ],
  'topic:3:latest',
]

test('what was never public outdates nothing', () => {
  assert.equal(expiry(null, null), null)
})

test('an article that comes, changes or leaves outdates itself, its lists and its translations', () => {
  for (const [before, after] of [
    [null, trace],
    [trace, trace],
    [trace, gone],
  ] as const)
    assert.deepEqual(expiry(before, after)?.tags, ownTags)
})

const moves: readonly (readonly [string, Partial<PublicTrace>, readonly string[]])[] = [
  ['another slug', { path: 'rivers/chuy', formerPaths: ['rivers/chu'] }, ['address:1:rivers/chuy']],
  ['another blog', { blogId: 8, path: 'peaks/chu' }, ['address:1:peaks/chu', 'blog:8:latest']],
  ['other topics', { topicIds: [4] }, ['topic:4:latest']],
  ['another byline', { contributorIds: [6] }, ['contributor:6:latest']],
  ['its first correction', { hasCorrections: true }, ['corrections:1']],
]
for (const [name, change, more] of moves)
  test(`${name} outdates the old and the new places`, () => {
    assert.deepEqual(expiry(trace, { ...trace, ...change })?.tags, [...ownTags, ...more].toSorted())
  })

test('the files of the sitemap that name an article or a translation of it are made again', () => {
  const { tags = [] } = expiry(null, { ...trace, articleId: 4000, translationIds: [9999] }) ?? {}
  assert.deepEqual(
    tags.filter((tag) => tag.startsWith('sitemap:')),
    ['sitemap:2', 'sitemap:4'],
  )
})

test('every former address learns of every move', () => {
  const moved = { ...trace, path: 'rivers/third', formerPaths: ['rivers/first', 'rivers/second'] }
  const { tags = [] } =
    expiry(moved, { ...moved, path: 'rivers/fourth', formerPaths: [...moved.formerPaths, 'rivers/third'] }) ?? {}
  for (const path of ['first', 'second', 'third', 'fourth']) assert.ok(tags.includes(`address:1:rivers/${path}`))
})

test('only what leaves the public is purged hard', () => {
  const cases = [
    [null, trace, false],
    [trace, trace, false],
    [trace, gone, true],
    [trace, null, true],
    [gone, trace, false],
    [gone, gone, false],
  ] as const
  for (const [before, after, isHard] of cases) assert.equal(expiry(before, after)?.isHard, isHard)
})
