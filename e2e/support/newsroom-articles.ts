import { randomBytes } from 'node:crypto'
import { publish, setEmbargo } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { createArticle } from '#lib/store/articles/create-article.ts'
import { loadArticleForChange } from '#lib/store/articles/load-article.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { openSiteDatabase } from './database.ts'

export type MadeArticle = { readonly id: number; readonly headline: string; readonly path: string }

/** An article of the English edition that is ready to go out: one byline, a standfirst, a text of one sentence. */
export async function makeArticle(options: { readonly authorId?: string; readonly isPublished?: boolean } = {}) {
  openSiteDatabase()
  const by = { name: 'test' }
  const now = new Date()
  const word = randomBytes(4).toString('hex')
  const headline = `Bridge ${word} opens`
  return inTransaction(async (open): Promise<MadeArticle> => {
    const blog = await open.blog.findFirstOrThrow({ where: { edition: { isDefault: true } }, orderBy: { id: 'asc' } })
    const person = await open.contributor.findFirstOrThrow({ where: { editionId: blog.editionId } })
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
    if (options.authorId) await open.article.update({ where: { id }, data: { authorId: options.authorId } })
    if (options.isPublished)
      await changeArticle({ id, version: 1, by, action: 'publish', now }, (article) => publish(article, now))
    return { id, headline, path: `/${blog.slug}/bridge-${word}` }
  })
}

/** Lets what is scheduled be due now: a test does not wait for the next minute of the clock. */
export async function makeDue(articleId: number): Promise<void> {
  openSiteDatabase()
  await inTransaction(async (open) => {
    await open.article.update({ where: { id: articleId }, data: { scheduledFor: new Date() } })
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
