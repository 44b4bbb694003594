import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Inline } from '#lib/domain/text/body.ts'
import { withdraw } from '#lib/domain/workflow/workflow.ts'
import { database } from '#lib/store/database/client.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { change, makeDraft, makeEdition, makePicture, makePublished, noon } from '#lib/store/testing/newsroom.ts'
import { loadArticleForChange } from './load-article.ts'
import { findPublishGround } from './publish-ground.ts'

const db = withDatabase()

test('the ground tells pictures’ words here, what articles’ links find, and which addresses are dead', async () => {
  const newsroom = await makeEdition()
  await makeEdition({ key: 'ky' })
  const [here, elsewhere] = [await makePicture({ locale: 'en' }), await makePicture({ locale: 'ky' })]
  const live = await makePublished(newsroom)
  const draft = await makeDraft(newsroom)
  const gone = await makePublished(newsroom)
  await change(gone, { version: 2 }, (article) => withdraw(article, null, noon))
  const [{ slug = '' } = {}] = await db.query<{ slug: string }>(`SELECT "slug" FROM "Article" WHERE "id" = $1`, [live])
  const alive = [
    '/',
    '/ky',
    `/rivers/${slug}`,
    '/rivers',
    '/rivers/archive',
    '/latest',
    '/topic/water',
    '/authors/desk',
    `/a/${live}`,
    '/2019/05/The-River',
  ]
  const dead = [
    '/2019/05/the-lake',
    '/rivers/nowhere',
    `/ky/rivers/${slug}`,
    '/de',
    '/topic/fire',
    '/nothing',
    `/a/${draft}`,
  ]
  const content: Inline = [
    ...[live, draft, gone].map((articleId) => ({ text: 'x', marks: [{ kind: 'article-link', articleId } as const] })),
    ...[...alive, ...dead, 'https://other.example/rivers/nowhere'].map((href) => ({
      text: 'x',
      marks: [{ kind: 'link', href } as const],
    })),
  ]
  const id = await makeDraft(newsroom, {
    text: {
      pictureId: here,
      body: [
        { kind: 'paragraph', content },
        { kind: 'figure', pictureId: elsewhere, size: 'text' },
      ],
    },
  })
  await database().oldAddress.createMany({
    data: [
      { path: '2019/05/the-river', articleId: live },
      { path: '2019/05/the-lake', articleId: gone },
    ],
  })
  const loaded = (await loadArticleForChange(id)) ?? assert.fail()
  const ground = await findPublishGround(loaded.article)
  assert.equal(ground.isAddressFree, true)
  assert.deepEqual(ground.deadHrefs.toSorted(), dead.toSorted())
  assert.deepEqual(
    new Map(ground.linked.map((one) => [one.id, one.state])),
    new Map([
      [live, 'public'],
      [draft, 'waiting'],
      [gone, 'gone'],
    ]),
  )
  assert.deepEqual(
    new Map(ground.pictures.map((one) => [one.id, one.alt])),
    new Map([
      [here, 'A map'],
      [elsewhere, null],
    ]),
  )
})
