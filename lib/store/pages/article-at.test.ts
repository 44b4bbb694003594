import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleView } from '#lib/domain/article.ts'
import { correct, kill, move, publish, withdraw } from '#lib/domain/workflow/workflow.ts'
import { newScope, slot } from '#lib/env/slot.ts'
import { createArticle } from '#lib/store/articles/create-article.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  by,
  change,
  hour,
  makeDraft,
  makeEdition,
  makePicture,
  makePublished,
  noon,
  paragraphs,
  type TestNewsroom,
} from '#lib/store/testing/newsroom.ts'
import { findArticleAt } from './article-at.ts'
import { findBesideArticle } from './beside-article.ts'
import { findAddressOfArticle } from './permanent.ts'

const db = withDatabase()
let english: TestNewsroom
let russian: TestNewsroom

test('two editions', async () => {
  english = await makeEdition()
  russian = await makeEdition({ key: 'ru' })
})

const at = (slug: string, blogSlug = 'rivers') => findArticleAt({ editionId: english.edition.id, blogSlug, slug })

async function viewAt(slug: string): Promise<ArticleView> {
  const found = await at(slug)
  assert.equal(found.kind, 'article')
  return found.kind === 'article' ? found.article : assert.fail()
}

test('an article comes with all that its page shows', async () => {
  const [lead, figure] = [
    await makePicture({ locale: 'en', alt: 'Lead' }),
    await makePicture({ locale: 'ru', alt: 'Карта' }),
  ]
  const linked = await makePublished(english, hour(-1), { slug: 'linked' })
  const hidden = await makeDraft(english)
  const link = (articleId: number, text: string) => ({ text, marks: [{ kind: 'article-link', articleId }] as const })
  const id = await makePublished(english, noon, {
    slug: 'whole',
    familyKey: 'whole',
    text: {
      headline: 'All of it',
      pictureId: lead,
      description: 'For search results',
      sources: [{ name: 'A book' }],
      sourceLine: 'Based on a book',
      body: [
        { kind: 'paragraph', content: [{ text: 'See ' }, link(linked, 'this'), link(hidden, 'and this')] },
        { kind: 'figure', pictureId: figure, size: 'wide' },
      ],
    },
  })
  await makePublished(russian, hour(1), { slug: 'vsyo', familyKey: 'whole', text: { headline: 'Всё' } })
  await makeDraft(russian, { familyKey: 'never-published' })
  await change(id, { version: 2, now: hour(2) }, (article) =>
    correct(article, { place: 'top', text: 'It was wrong', at: hour(2), reason: 'A reader wrote' }),
  )
  const article = await viewAt('whole')
  assert.equal(article.headline, 'All of it')
  assert.deepEqual(article.publishedAt, noon)
  assert.deepEqual(article.updatedAt, hour(2))
  assert.equal(article.picture?.alt, 'Lead')
  assert.equal(article.picture?.credit, 'Graphics desk')
  assert.equal(article.pictures.get(figure)?.alt, 'Карта', 'words of another language rather than none')
  assert.deepEqual([...article.linked.keys()], [linked], 'a draft is not linked')
  assert.deepEqual(article.corrections, [{ place: 'top', text: 'It was wrong', at: hour(2) }])
  assert.deepEqual(article.bylines, [{ slug: 'desk', name: 'News desk', kind: 'organisation', role: null }])
  assert.deepEqual(
    article.topics.map(({ slug }) => slug),
    ['water'],
  )
  assert.deepEqual(article.sources, [{ name: 'A book' }])
  assert.equal(article.sourceLine, 'Based on a book')
  assert.deepEqual(
    article.translations.map(({ editionKey, article: { slug, headline } }) => [editionKey, slug, headline]),
    [['ru', 'vsyo', 'Всё']],
  )
})

test('a read names what it saw, and what would change it', async () => {
  const scope = newScope()
  await slot.renders.run(scope, async () => {
    await at('whole')
    await at('nothing-here')
  })
  const { article } = { article: await viewAt('whole') }
  const { id: editionId } = english.edition
  for (const tag of [
    `article:${article.id}`,
    `address:${editionId}:rivers/whole`,
    `address:${editionId}:rivers/nothing-here`,
    ...article.translations.map((translation) => `article:${translation.article.id}`),
    ...[...article.linked.keys()].map((id) => `article:${id}`),
  ])
    assert.ok(scope.tags.has(tag), tag)
})

test('what is not public stands nowhere', async () => {
  await makeDraft(english, { slug: 'only-a-draft' })
  await makeDraft(english, { slug: 'under-embargo', embargoUntil: hour(24) })
  assert.deepEqual(await at('only-a-draft'), { kind: 'missing' })
  assert.deepEqual(await at('under-embargo'), { kind: 'missing' })
  assert.deepEqual(await at('never-was'), { kind: 'missing' })
  const id = await makeDraft(english, { slug: 'embargo-holds', embargoUntil: hour(24) })
  assert.deepEqual(await findAddressOfArticle(id), { kind: 'missing' })
})

test('a withdrawn or killed article leaves its notice, and no word of its own', async () => {
  for (const [slug, remove] of [
    ['withdrawn', withdraw],
    ['killed', kill],
  ] as const) {
    const id = await makePublished(english, noon, { slug, text: { headline: 'SECRET' } })
    await change(id, { version: 2 }, (article) => remove(article, 'Removed for legal reasons', hour(3)))
    const found = await at(slug)
    assert.deepEqual(found, {
      kind: 'gone',
      gone: { id, withdrawnAt: hour(3), notice: 'Removed for legal reasons' },
    })
    assert.equal((await findAddressOfArticle(id)).kind, 'gone')
  }
})

test('every former address leads to the article in one hop', async () => {
  const id = await makePublished(english, noon, { slug: 'first' })
  await change(id, { version: 2 }, (article) => move(article, { blogId: article.blogId, slug: 'second' }))
  await change(id, { version: 3 }, (article) => move(article, { blogId: article.blogId, slug: 'third' }))
  const third = { kind: 'moved', to: { blogSlug: 'rivers', slug: 'third' } }
  assert.deepEqual(await at('first'), third)
  assert.deepEqual(await at('second'), third)
  await viewAt('third')
  const permanent = await findAddressOfArticle(id)
  assert.deepEqual(permanent.kind === 'at' && [permanent.edition.key, permanent.slug], ['en', 'third'])
  await change(id, { version: 4 }, (article) => move(article, { blogId: article.blogId, slug: 'first' }))
  await viewAt('first')
  assert.deepEqual(await at('third'), { kind: 'moved', to: { blogSlug: 'rivers', slug: 'first' } })
})

test('a former address of a withdrawn article says that it is gone, not where it went', async () => {
  const id = await makePublished(english, noon, { slug: 'gone-before' })
  await change(id, { version: 2 }, (article) => move(article, { blogId: article.blogId, slug: 'gone-after' }))
  await change(id, { version: 3 }, (article) => withdraw(article, null, hour(1)))
  assert.equal((await at('gone-before')).kind, 'gone')
})

test('a draft that never was public leaves no former address', async () => {
  const id = await makeDraft(english, { slug: 'working-title' })
  await change(id, { version: 1 }, (article) => move(article, { blogId: article.blogId, slug: 'real-title' }))
  assert.deepEqual(await at('working-title'), { kind: 'missing' })
})

test('articles follow their blog when it gets another address', async () => {
  await makePublished(english, noon, { slug: 'in-the-blog' })
  await db.query(`INSERT INTO "FormerAddress" ("editionId", "path", "blogId") VALUES ($1, 'streams', $2)`, [
    english.edition.id,
    english.blogId,
  ])
  assert.deepEqual(await at('in-the-blog', 'streams'), {
    kind: 'moved',
    to: { blogSlug: 'rivers', slug: 'in-the-blog' },
  })
})

test('an address belongs to its edition', async () => {
  assert.equal((await at('vsyo')).kind, 'missing')
})

test('while a newer text waits, readers see the published one', async () => {
  const id = await makePublished(english, noon, { slug: 'waiting', text: { headline: 'Old', body: paragraphs('Old') } })
  await change(id, { version: 2 }, (article, { newestRevisionId }) => ({
    ok: true,
    value: {
      ...article,
      text: { ...article.text, headline: 'New', body: paragraphs('New') },
      state:
        article.state.kind === 'published'
          ? { ...article.state, shows: { revisionId: newestRevisionId } }
          : article.state,
    },
  }))
  assert.deepEqual([(await viewAt('waiting')).headline, (await viewAt('waiting')).revision], ['Old', 1])
  await change(id, { version: 3, now: hour(5) }, (article) => publish(article, hour(5)))
  const { headline, revision, updatedAt, publishedAt } = await viewAt('waiting')
  assert.deepEqual([headline, revision, updatedAt, publishedAt], ['New', 2, hour(5), noon])
})

test('beside an article stand its neighbours in the blog and those that share its topics', async () => {
  const other = await makeEdition({ key: 'ky' })
  const ids: number[] = []
  for (let place = 0; place < 12; place++) ids.push(await makePublished(other, hour(place)))
  const [, older = 0, current = 0, newer = 0] = ids
  const beside = await findBesideArticle({
    ...{
      articleId: current,
      blogId: other.blogId,
      editionId: other.edition.id,
      at: hour(2),
      topicIds: [other.topicId],
    },
  })
  assert.deepEqual([beside.older?.id, beside.newer?.id], [older, newer])
  assert.deepEqual(
    beside.latest.map(({ id }) => id),
    ids.slice(-6).reverse(),
  )
  assert.deepEqual(
    beside.related.map(({ id }) => id),
    [ids[5], ids[4], newer, older],
  )
  assert.equal(beside.about.slug, 'rivers')
  assert.equal(beside.about.editor?.name, 'News desk')
})

test('a story stands once in an edition', async () => {
  const again = await createArticle({
    ...{
      editionId: english.edition.id,
      blogId: english.blogId,
      familyKey: 'whole',
      slug: 'again',
      topicIds: [],
      bylines: [],
    },
    text: {
      ...{ headline: 'x', standfirst: '', description: null, body: paragraphs('x'), pictureId: null },
      ...{ sources: [], sourceLine: null },
    },
    embargoUntil: null,
    by,
    now: noon,
  })
  assert.equal(!again.ok && again.error.kind, 'already-in-edition')
})
