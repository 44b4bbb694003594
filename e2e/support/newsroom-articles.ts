import { randomBytes } from 'node:crypto'
import { publish, setEmbargo } from '#lib/domain/workflow/workflow.ts'
import { articlePath } from '#lib/site/urls.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { createArticle } from '#lib/store/articles/create-article.ts'
import { loadArticleForChange } from '#lib/store/articles/load-article.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { openSiteDatabase } from './database.ts'
import type { EditionKey } from './demo/demo.ts'

export type MadeArticle = { readonly id: number; readonly headline: string; readonly path: string }

type Given = { readonly authorId?: string; readonly isPublished?: boolean; readonly edition?: EditionKey }

/** An article, of the English edition if none is named, that is ready to go out: one byline, a standfirst, a text of one sentence. */
export async function makeArticle({ authorId, isPublished, edition: key = 'en' }: Given = {}) {
  openSiteDatabase()
  const by = { name: 'test' }
  const now = new Date()
  const word = randomBytes(4).toString('hex')
  const headline = `Bridge ${word} opens`
  return inTransaction(async (open): Promise<MadeArticle> => {
    // The demo's first of each: what other tests make, they also merge and delete.
    const blog = await open.blog.findFirstOrThrow({
      where: { edition: { key } },
      include: { edition: true },
      orderBy: { id: 'asc' },
    })
    const person = await open.contributor.findFirstOrThrow({
      where: { editionId: blog.editionId },
      orderBy: { id: 'asc' },
    })
    const made = await createArticle({
      ...{ editionId: blog.editionId, blogId: blog.id, familyKey: `bridge-${word}`, slug: `bridge-${word}` },
      text: {
        ...{ headline, standfirst: `It was closed, says ${word}.`, description: null, pictureId: null },
        ...{ sources: [], sourceLine: null, body: [{ kind: 'paragraph', content: [{ text: `Cars cross ${word}.` }] }] },
      },
      ...{ topicIds: [], bylines: [{ contributorId: person.id, role: null }], embargoUntil: null, by, now },
    })
    if (!made.ok) throw new Error(made.error.kind)
    const { id } = made.value
    if (authorId) await open.article.update({ where: { id }, data: { authorId } })
    if (isPublished)
      await changeArticle({ id, version: 1, by, action: 'publish', now }, (article) => publish(article, now))
    return { id, headline, path: articlePath(blog.edition, { blogSlug: blog.slug, slug: `bridge-${word}` }) }
  })
}

/** Lets what is scheduled be due now: a test does not wait for the next minute of the clock. */
export async function makeDue(articleId: number): Promise<void> {
  openSiteDatabase()
  await inTransaction(async (open) => {
    await open.article.update({ where: { id: articleId }, data: { scheduledFor: new Date() } })
  })
}

/** Nobody has waited longer: it stands first in lists that are cut where they get long. */
export async function waitsLongest(articleId: number): Promise<void> {
  openSiteDatabase()
  await inTransaction(async (open) => {
    await open.article.update({ where: { id: articleId }, data: { changedAt: new Date('2020-01-01T10:00:00Z') } })
  })
}

/** Sets the time of withdrawal past every rule: a test does not wait for the clock. */
export async function withdrawsAt(articleId: number, withdrawAt: Date): Promise<void> {
  openSiteDatabase()
  await inTransaction(async (open) => {
    await open.article.update({ where: { id: articleId }, data: { withdrawAt } })
  })
}

/** Somebody else sets or lifts an embargo. */
export async function embargoOf(articleId: number, until: Date | null): Promise<void> {
  openSiteDatabase()
  await inTransaction(async () => {
    const version = (await loadArticleForChange(articleId))?.article.version ?? 0
    const now = new Date()
    const change = { id: articleId, version, by: { name: 'test' }, action: 'embargo', now }
    await changeArticle(change, (article) => setEmbargo(article, until, now))
  })
}
