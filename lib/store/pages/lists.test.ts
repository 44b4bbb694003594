import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleCard } from '#lib/domain/article.ts'
import type { PageOf, Paging } from '#lib/domain/lists/listing.ts'
import { correct, withdraw } from '#lib/domain/workflow/workflow.ts'
import { changeFront } from '#lib/store/sections/change-front.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  by,
  change,
  hour,
  makeDraft,
  makeEdition,
  makePublished,
  noon,
  type TestNewsroom,
} from '#lib/store/testing/newsroom.ts'
import { listCorrections } from './corrections.ts'
import { findFront } from './front.ts'
import { listLatest, listOfBlog, listOfContributor, listOfMonth, listOfTopic } from './lists.ts'
import { listMonths } from './months.ts'

withDatabase()
let newsroom: TestNewsroom
/** Newest first. */
let ids: number[]

test('twenty-three articles, several at the same moment, and some that are not public', async () => {
  newsroom = await makeEdition()
  const made: { id: number; at: Date }[] = []
  for (let place = 0; place < 23; place++) {
    const at = hour(Math.floor(place / 3))
    made.push({ id: await makePublished(newsroom, at), at })
  }
  await makeDraft(newsroom)
  const gone = await makePublished(newsroom, hour(3))
  await change(gone, { version: 2 }, (article) => withdraw(article, null, hour(9)))
  ids = made.toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.id - a.id).map(({ id }) => id)
})

type Lister = (paging: Paging, limit: number) => Promise<PageOf<ArticleCard>>

const listers: Readonly<Record<string, Lister>> = {
  latest: (paging, limit) => listLatest({ editionId: newsroom.edition.id, paging, limit }),
  'a blog': (paging, limit) => listOfBlog({ blogId: newsroom.blogId, paging, limit }),
  'a topic': (paging, limit) => listOfTopic({ topicId: newsroom.topicId, paging, limit }),
  'a contributor': (paging, limit) => listOfContributor({ contributorId: newsroom.contributorId, paging, limit }),
  'a month': (paging, limit) =>
    listOfMonth({
      ...{ editionId: newsroom.edition.id, blogId: null, timeZone: 'Asia/Bishkek', month: { year: 2026, month: 6 } },
      paging,
      limit,
    }),
}

for (const [name, list] of Object.entries(listers)) {
  test(`pages of ${name} are the whole list, once, in order, downwards`, async () => {
    for (const limit of [1, 4, 23, 50]) assert.deepEqual((await walk(list, limit, 'older')).flat(), ids, `by ${limit}`)
  })

  test(`pages of ${name} upwards are the same pages as downwards`, async () => {
    const down = await walk(list, 5, 'older')
    const bottom = down.at(-1) ?? []
    const first = await pageOf(list, down.length - 1, 5)
    assert.deepEqual(
      first.items.map(({ id }) => id),
      bottom,
    )
    const up = await walk(list, 5, 'newer', first)
    assert.deepEqual(up.toReversed(), down)
  })
}

test('past the ends of a list there is only the way back, which misses nothing', async () => {
  const list = listers.latest ?? assert.fail()
  const below = await list({ kind: 'older-than', cursor: { at: hour(-99), id: 1 } }, 5)
  assert.deepEqual([below.items.length, below.older], [0, null])
  assert.ok(below.newer)
  const oldest = ids.at(-1) ?? 0
  const atOldest = await list({ kind: 'older-than', cursor: { at: noon, id: oldest } }, 5)
  assert.equal(atOldest.items.length, 0)
  assert.ok(atOldest.newer)
  const back = await list({ kind: 'newer-than', cursor: atOldest.newer }, 5)
  assert.deepEqual(
    back.items.map(({ id }) => id),
    ids.slice(-5),
  )
  const above = await list({ kind: 'newer-than', cursor: { at: hour(99), id: 1 } }, 5)
  assert.deepEqual([above.items.length, above.newer], [0, null])
})

test('months are those of the edition’s zone', async () => {
  const other = await makeEdition({ key: 'ky' })
  // 00:30 on the first of February in Bishkek, still January in Greenwich.
  await makePublished(other, new Date('2026-01-31T18:30:00Z'))
  await makePublished(other, new Date('2025-12-31T12:00:00Z'))
  const months = (timeZone: string) => listMonths({ editionId: other.edition.id, blogId: null, timeZone })
  assert.deepEqual(await months('Asia/Bishkek'), [
    { year: 2026, month: 2 },
    { year: 2025, month: 12 },
  ])
  assert.deepEqual(await months('UTC'), [
    { year: 2026, month: 1 },
    { year: 2025, month: 12 },
  ])
  const inMonth = async (month: number, timeZone: string) => {
    const where = { editionId: other.edition.id, blogId: other.blogId, timeZone, month: { year: 2026, month } }
    return (await listOfMonth({ ...where, paging: null, limit: 9 })).items.length
  }
  assert.deepEqual(
    [await inMonth(2, 'Asia/Bishkek'), await inMonth(1, 'Asia/Bishkek'), await inMonth(1, 'UTC')],
    [1, 0, 1],
  )
})

test('corrections are listed while their article is', async () => {
  const [first = 0, second = 0] = ids
  const list = () => listCorrections({ editionId: newsroom.edition.id, paging: null, limit: 9 })
  for (const [id, at] of [
    [first, hour(30)],
    [second, hour(31)],
  ] as const)
    await change(id, { version: 2 }, (article) =>
      correct(article, { place: 'bottom', text: `Number ${id} was wrong`, at, reason: null }),
    )
  assert.deepEqual(
    (await list()).items.map(({ article }) => article.id),
    [second, first],
  )
  await change(second, { version: 3 }, (article) => withdraw(article, null, hour(40)))
  assert.deepEqual(
    (await list()).items.map(({ article, at }) => [article.id, at]),
    [[first, hour(30)]],
  )
})

test('a front shows what editors chose, with their words, as far as it is public', async () => {
  const { edition } = newsroom
  const shown = async () =>
    (await findFront(edition.id)).slots.map((slot) => [slot.slotPosition, slot.id, slot.headline])
  const [lead = 0, , third = 0, fourth = 0] = ids
  const newest = (await listLatest({ editionId: edition.id, paging: null, limit: 1 })).items[0]
  assert.deepEqual(await shown(), [[0, newest?.id, newest?.headline]], 'nothing chosen: the newest leads')
  const slot = { headline: null, standfirst: null, pictureId: null }
  const slots = [
    { ...slot, articleId: third, headline: 'For this place' },
    { ...slot, articleId: fourth },
  ]
  const made = await changeFront({ editionId: edition.id, version: 0, slots, by, now: noon })
  assert.deepEqual(made, { ok: true, value: { version: 1 } })
  assert.deepEqual(
    (await shown()).map(([place, id]) => [place, id]),
    [
      [0, third],
      [1, fourth],
    ],
  )
  assert.equal((await shown())[0]?.[2], 'For this place')
  const front = await findFront(edition.id)
  const below = front.latestByBlog.flatMap(({ items }) => items.map(({ id }) => id))
  assert.equal(below[0], lead)
  assert.ok(!below.includes(third), 'nothing stands twice on a front')
  await change(third, { version: 2 }, (article) => withdraw(article, null, hour(50)))
  assert.deepEqual(
    (await shown()).map(([place, id]) => [place, id]),
    [[1, fourth]],
  )
  const stale = await changeFront({ editionId: edition.id, version: 7, slots: [], by, now: noon })
  assert.deepEqual(stale, { ok: false, error: { kind: 'stale', version: 1 } })
})

async function walk(
  list: Lister,
  limit: number,
  way: 'older' | 'newer',
  from?: PageOf<ArticleCard>,
): Promise<number[][]> {
  const pages: number[][] = []
  for (let page = from ?? (await list(null, limit)); ; ) {
    pages.push(page.items.map(({ id }) => id))
    const cursor = page[way]
    if (!cursor) return pages
    page = await list({ kind: way === 'older' ? 'older-than' : 'newer-than', cursor }, limit)
  }
}

/** The page with this number, from 0, downwards. */
async function pageOf(list: Lister, number: number, limit: number): Promise<PageOf<ArticleCard>> {
  let page = await list(null, limit)
  for (let turn = 0; turn < number; turn++)
    page = await list(page.older && { kind: 'older-than', cursor: page.older }, limit)
  return page
}
