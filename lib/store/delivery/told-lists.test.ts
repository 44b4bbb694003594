import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PublicChange } from '#lib/domain/delivery/public-change.ts'
import { ok } from '#lib/domain/result.ts'
import { correct, move } from '#lib/domain/workflow/workflow.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { createContributor, createTopic } from '#lib/store/sections/create-newsroom.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { change, hour, makeEdition, makePublished, type TestNewsroom } from '#lib/store/testing/newsroom.ts'
import { sendOutChanges } from './send-out.ts'

withDatabase()
let newsroom: TestNewsroom
let id = 0
let seas = 0

/** The lists of the changes that nobody was told of yet. */
async function toldLists(): Promise<readonly PublicChange['lists'][]> {
  const seen: PublicChange['lists'][] = []
  while (
    (await sendOutChanges(hour(9), ({ lists }) => {
      seen.push(lists)
      return []
    })) > 0
  );
  return seen
}

test('a published article is told of where it stands', async () => {
  newsroom = await makeEdition()
  id = await makePublished(newsroom)
  seas = await inTransaction(async (open) => {
    const { id: _, ...rivers } = await open.blog.findUniqueOrThrow({ where: { id: newsroom.blogId } })
    return (await open.blog.create({ data: { ...rivers, slug: 'seas', about: [] } })).id
  })
  assert.deepEqual(await toldLists(), [
    { blogSlugs: ['rivers'], topicSlugs: ['water'], contributorSlugs: ['desk'], hasCorrections: false },
  ])
})

test('moved, it is told of in the blog that it left too', async () => {
  await change(id, { version: 2, action: 'move' }, (article) => move(article, { blogId: seas, slug: article.slug }))
  const [lists] = await toldLists()
  assert.deepEqual(lists?.blogSlugs, ['rivers', 'seas'])
})

test('with other topics and people, those that it lost hear of it as well', async () => {
  const editionId = newsroom.edition.id
  const topicId = await createTopic({ editionId, key: 'ships', slug: 'ships', name: 'Ships', description: 'Ships' })
  const words = { kind: 'person', name: 'A Writer', role: 'Writer', bio: 'Writes.' } as const
  const contributorId = await createContributor({ editionId, key: 'writer', slug: 'a-writer', ...words })
  const action = { version: 3, action: 'publish' }
  await change(id, action, (article) =>
    ok({ ...article, topicIds: [topicId], bylines: [{ contributorId, role: null }] }),
  )
  const [lists] = await toldLists()
  assert.deepEqual(
    [lists?.topicSlugs, lists?.contributorSlugs],
    [
      ['water', 'ships'],
      ['desk', 'a-writer'],
    ],
  )
  assert.deepEqual(lists?.blogSlugs, ['seas'])
})

test('corrected, it is told of to those who follow corrections', async () => {
  const note = { place: 'top', text: 'It was a sea.', at: hour(3), reason: null } as const
  await change(id, { version: 4, action: 'correct', now: hour(3) }, (article) => correct(article, note))
  const [lists] = await toldLists()
  assert.equal(lists?.hasCorrections, true)
})
