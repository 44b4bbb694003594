import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenOfForecast } from '#lib/domain/sections/reference.ts'
import { createApiKey, listApiKeys, revokeApiKey } from '#lib/store/keys/api-keys.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { by, hour, makeDraft, makeEdition, noon } from '#lib/store/testing/newsroom.ts'
import { beginContributor } from './change-contributor.ts'
import { beginTopic, changeTopic } from './change-topic.ts'
import { deleteReference } from './delete-reference.ts'
import { countKeysOfTopic, forecastMerge } from './forecast-merge.ts'
import { mergeReferences } from './merge-references.ts'
import { findEditedTopic } from './references-admin.ts'

const db = withDatabase()

async function makeTopic(editionId: number, slug: string, counterpartId: number | null = null) {
  const words = { name: `Name of ${slug}`, slug, description: 'D' }
  const made = await beginTopic({ editionId, words, counterpartId, by, now: noon })
  assert.ok(made.ok)
  return made.value.id
}

async function makeKey(name: string, topicId: number) {
  const place = { editionId: null, blogId: null, topicId }
  await createApiKey({ name, place, tokenHash: name, hint: 'mh', by: { id: null, name: 'test' }, now: noon })
}

async function makeUser(id: string) {
  await db.query(`INSERT INTO "User" ("id", "name", "email") VALUES ($1, $1, $1 || '@example.org')`, [id])
}

test('of a topic all is said that goes with it, and partners and colleagues go on with what it becomes', async () => {
  const [en, ky] = [await makeEdition(), await makeEdition({ key: 'ky' })]
  const editionId = en.edition.id
  const [from, into] = [await makeTopic(editionId, 'glaciers'), await makeTopic(editionId, 'ice')]
  await makeTopic(ky.edition.id, 'glaciers', from)
  const { changedAt: seenAt } = (await findEditedTopic(from)) ?? assert.fail()
  const words = { name: 'Glaciers', slug: 'glacier', description: 'D' }
  assert.ok((await changeTopic({ id: from, seenAt, words, counterparts: [], by, now: hour(1) })).ok)
  await makeKey('Partner', from)
  await makeKey('Former partner', from)
  const former = (await listApiKeys()).find(({ name }) => name === 'Former partner') ?? assert.fail()
  await revokeApiKey({ id: former.id, by: 'test', now: hour(1) })
  await makeUser('aida')
  const draft = await makeDraft(en, { topicIds: [from] })
  await db.query(
    `INSERT INTO "WorkingCopy" ("articleId", "userId", "tab", "sequence", "baseVersion", "text") VALUES ($1, 'aida', 't', 1, 1, $2)`,
    [draft, JSON.stringify({ draft: { topicIds: [from] } })],
  )
  for (const [name, query] of [
    ['alone', `topic=${from}`],
    ['among others', `state=draft&topic=${from}&text=x`],
    ['another', `topic=${from}1`],
  ])
    await db.query(`INSERT INTO "SavedFilter" ("userId", "name", "query") VALUES ('aida', $1, $2)`, [name, query])

  const forecast = (await forecastMerge('topic', { fromId: from, intoId: into })) ?? assert.fail()
  const { from: _from, into: _into, ...told } = forecast
  assert.deepEqual(told, {
    ...{
      articleCount: 1,
      bothCount: 0,
      unsavedCount: 1,
      formerCount: 1,
      counterpartCount: 1,
      keyCount: 1,
      blogCount: 0,
    },
  })
  const seen = seenOfForecast(forecast)
  assert.ok((await mergeReferences({ kind: 'topic', fromId: from, intoId: into, seen, by, now: hour(2) })).ok)
  assert.deepEqual(
    (await listApiKeys()).map(({ name, place }) => [name, place?.name]).toSorted(),
    ['Former partner', 'Partner'].map((name) => [name, 'Name of ice, Masthead (en)']),
  )
  assert.deepEqual(await db.query('SELECT "query" FROM "SavedFilter" ORDER BY "id"'), [
    { query: `topic=${into}` },
    { query: `state=draft&topic=${into}&text=x` },
    { query: `topic=${from}1` },
  ])
})

test('what was told is true to the last number when it is done: else it is asked again, and nothing has happened', async () => {
  const [en, ky] = [await makeEdition({ key: 'uz' }), await makeEdition({ key: 'tg' })]
  const editionId = en.edition.id
  const [from, into] = [await makeTopic(editionId, 'wind'), await makeTopic(editionId, 'air')]
  const ids = { fromId: from, intoId: into }
  const told = async () => seenOfForecast((await forecastMerge('topic', ids)) ?? assert.fail())
  const merge = (seen: string) => mergeReferences({ kind: 'topic', ...ids, seen, by, now: hour(9) })
  const change = async (id: number, words: { readonly name: string; readonly slug: string }, at: Date) => {
    const { changedAt: seenAt } = (await findEditedTopic(id)) ?? assert.fail()
    const changed = { id, seenAt, words: { ...words, description: 'D' }, counterparts: [], by, now: at }
    assert.ok((await changeTopic(changed)).ok)
  }
  await makeUser('bek')
  const meanwhile: Readonly<Record<string, () => Promise<unknown>>> = {
    'an article names it': () => makeDraft(en, { topicIds: [from] }),
    'an article names both': () => makeDraft(en, { topicIds: [from, into] }),
    'somebody writes a text that names it': async () =>
      db.query(
        `INSERT INTO "WorkingCopy" ("articleId", "userId", "tab", "sequence", "baseVersion", "text") VALUES ($1, 'bek', 't', 1, 1, $2)`,
        [await makeDraft(en), JSON.stringify({ draft: { topicIds: [from] } })],
      ),
    'a partner has a key for it': () => makeKey('Of wind', from),
    'it has a counterpart': () => makeTopic(ky.edition.id, 'wind', from),
    'it has an address more': () => change(from, { name: 'Wind', slug: 'winds' }, hour(1)),
    'the other one has another name': () => change(into, { name: 'Airs', slug: 'air' }, hour(2)),
  }
  for (const [name, happens] of Object.entries(meanwhile)) {
    const seen = await told()
    await happens()
    assert.deepEqual(await merge(seen), { ok: false, error: { kind: 'forecast-changed' } }, name)
  }
  assert.equal((await findEditedTopic(from))?.articleCount, 2)
  assert.ok((await merge(await told())).ok)
})

test('a key made in the same moment is told, or goes along: none is lost', async () => {
  const { edition } = await makeEdition({ key: 'kk' })
  const [fromId, intoId] = [await makeTopic(edition.id, 'rain'), await makeTopic(edition.id, 'wet')]
  const seen = seenOfForecast((await forecastMerge('topic', { fromId, intoId })) ?? assert.fail())
  const [merged, made] = await Promise.allSettled([
    mergeReferences({ kind: 'topic', fromId, intoId, seen, by, now: hour(1) }),
    makeKey('Of rain', fromId),
  ])
  const [key] = (await listApiKeys()).filter(({ name }) => name === 'Of rain')
  assert.ok(merged.status === 'fulfilled')
  // Whoever comes second finds the topic gone, or the forecast changed.
  assert.equal(merged.value.ok, made.status === 'rejected')
  assert.equal(key?.place?.name, merged.value.ok ? undefined : 'Name of rain, Masthead (kk)')
})

test('of a contributor it is said how many blogs go along', async () => {
  const { edition, contributorId: intoId, blogId } = await makeEdition({ key: 'ru' })
  const words = { name: 'Bek', slug: 'bek', kind: 'person', role: '', bio: '', links: [], isPseudonym: false } as const
  const made = await beginContributor({
    ...{
      editionId: edition.id,
      words: { ...words, pictureId: null, userId: null },
      counterpartId: null,
      by,
      now: noon,
    },
  })
  assert.ok(made.ok)
  const fromId = made.value.id
  await db.query('UPDATE "Blog" SET "editorId" = $1 WHERE "id" = $2', [fromId, blogId])
  const told = await forecastMerge('contributor', { fromId, intoId })
  assert.deepEqual([told?.blogCount, told?.keyCount, told?.counterpartCount], [1, 0, 0])
  await db.query('UPDATE "Blog" SET "editorId" = NULL WHERE "id" = $1', [blogId])
  const seen = seenOfForecast(told ?? assert.fail())
  const merged = await mergeReferences({ kind: 'contributor', fromId, intoId, seen, by, now: noon })
  assert.deepEqual(merged, { ok: false, error: { kind: 'forecast-changed' } })
})

test('a topic that is deleted says how many keys end with it', async () => {
  const { edition } = await makeEdition({ key: 'fa' })
  const id = await makeTopic(edition.id, 'dust')
  await makeKey('Of dust', id)
  assert.equal(await countKeysOfTopic(id), 1)
  assert.ok((await deleteReference({ kind: 'topic', id, by, now: hour(3) })).ok)
  assert.deepEqual(
    (await listApiKeys()).filter(({ name }) => name === 'Of dust'),
    [],
  )
})
