import assert from 'node:assert/strict'
import type { Edition } from '#lib/domain/edition.ts'
import type { Result } from '#lib/domain/result.ts'
import type { Body } from '#lib/domain/text/body.ts'
import type { Article, ArticleText } from '#lib/domain/workflow/newsroom.ts'
import { publish } from '#lib/domain/workflow/workflow.ts'
import { type Change, changeArticle } from '#lib/store/articles/change-article.ts'
import { createArticle, type NewArticle } from '#lib/store/articles/create-article.ts'
import {
  createBlog,
  createContributor,
  createEdition,
  createPicture,
  createSite,
  createTopic,
} from '#lib/store/sections/create-newsroom.ts'

/** Defaults for tests: each states only what it is about. */

export const by = { name: 'test' }
export const noon = new Date('2026-06-15T12:00:00Z')

/** Whole hours after noon. */
export function hour(hours: number): Date {
  return new Date(noon.getTime() + hours * 3_600_000)
}

export type TestNewsroom = {
  readonly edition: Edition
  readonly blogId: number
  readonly topicId: number
  readonly contributorId: number
}

let serial = 0

export async function makeEdition(given: Partial<Omit<Edition, 'id'>> = {}): Promise<TestNewsroom> {
  const number = ++serial
  const facts = {
    key: given.key ?? 'en',
    isDefault: given.isDefault ?? number === 1,
    locale: given.locale ?? given.key ?? 'en',
    direction: given.direction ?? 'ltr',
    timeZone: given.timeZone ?? 'Asia/Bishkek',
    name: given.name ?? 'Masthead',
    tagline: given.tagline ?? 'News',
    description: given.description ?? 'News of a test',
  } as const
  if (number === 1) await createSite({ name: 'Masthead', legalName: 'Masthead', email: null })
  const id = await createEdition({ ...facts, position: number })
  const contributorId = await createContributor({
    ...{
      editionId: id,
      key: 'desk',
      slug: 'desk',
      kind: 'organisation',
      name: 'News desk',
      role: 'Desk',
      bio: 'Writes.',
    },
  })
  const words = { name: 'Rivers', standfirst: 'About rivers', description: 'All about rivers' }
  const about = paragraphs('About this blog')
  const blogId = await createBlog({
    editionId: id,
    slug: 'rivers',
    ...words,
    about,
    editorId: contributorId,
    position: 0,
  })
  const topicId = await createTopic({ editionId: id, key: 'water', slug: 'water', name: 'Water', description: 'Water' })
  return { edition: { id, ...facts }, blogId, topicId, contributorId }
}

export function paragraphs(...texts: readonly string[]): Body {
  return texts.map((text) => ({ kind: 'paragraph', content: [{ text }] }))
}

export async function makeDraft(
  newsroom: TestNewsroom,
  given: Partial<Omit<NewArticle, 'text'>> & { readonly text?: Partial<ArticleText> } = {},
): Promise<number> {
  const number = ++serial
  const created = await createArticle({
    editionId: newsroom.edition.id,
    blogId: newsroom.blogId,
    familyKey: `family-${number}`,
    slug: `article-${number}`,
    topicIds: [newsroom.topicId],
    bylines: [{ contributorId: newsroom.contributorId, role: null }],
    embargoUntil: null,
    by,
    now: noon,
    ...given,
    text: {
      ...{ headline: `Headline ${number}`, standfirst: `Standfirst ${number}`, description: null, pictureId: null },
      ...{ sources: [], sourceLine: null, body: paragraphs(`Body ${number}`) },
      ...given.text,
    },
  })
  assert.ok(created.ok)
  return created.value.id
}

export async function makePublished(
  newsroom: TestNewsroom,
  at: Date = noon,
  given: Parameters<typeof makeDraft>[1] = {},
): Promise<number> {
  const id = await makeDraft(newsroom, given)
  await change(id, { version: 1, action: 'publish', now: at }, (article) => publish(article, at))
  return id
}

/** A change that the test takes for granted. */
export async function change<R extends { readonly kind: string }>(
  id: number,
  given: Partial<Change>,
  decide: (article: Article, ground: { readonly newestRevisionId: number }) => Result<Article, R>,
): Promise<Article> {
  const changed = await changeArticle({ id, version: 1, by, action: 'test', now: noon, ...given }, decide)
  assert.ok(changed.ok, changed.ok ? '' : changed.error.kind)
  return changed.value
}

export async function makePicture(given: { readonly locale: string; readonly alt?: string }): Promise<number> {
  const number = ++serial
  return createPicture({
    ...{ token: `token-of-picture-${number}`, key: `picture-${number}`, fileName: 'map.png', mediaType: 'image/png' },
    ...{ width: 1600, height: 900, bytes: 1000, sha256: 'a'.repeat(64), focus: { x: 0.5, y: 0.25 }, copyright: null },
    credit: 'Graphics desk',
    texts: [{ locale: given.locale, alt: given.alt ?? 'A map', caption: 'Where it is', credit: null }],
  })
}
