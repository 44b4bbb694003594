import { randomBytes } from 'node:crypto'
import { publish } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { createArticle } from '#lib/store/articles/create-article.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { beginContributor, type ContributorWords } from '#lib/store/references/change-contributor.ts'
import { beginTopic } from '#lib/store/references/change-topic.ts'
import { openSiteDatabase } from './database.ts'

export type MadeReference = { readonly id: number; readonly name: string; readonly slug: string }

const by = { name: 'test' }

/** A topic of the English edition that no other test knows. */
export async function makeTopic(): Promise<MadeReference> {
  const { editionId, word } = await begin()
  const words = { name: `Subject ${word}`, slug: `subject-${word}`, description: 'About it.' }
  const made = await beginTopic({ editionId, words, counterpartId: null, by, now: new Date() })
  if (!made.ok) throw new Error(made.error.kind)
  return { id: made.value.id, ...words }
}

/** A person of the English edition that no other test knows. */
export async function makeContributor(): Promise<MadeReference> {
  const { editionId, word } = await begin()
  const words: ContributorWords = {
    ...{ name: `Writer ${word}`, slug: `writer-${word}`, kind: 'person', role: 'Reporter', bio: 'Writes.' },
    ...{ isPseudonym: false, links: [], pictureId: null, userId: null },
  }
  const made = await beginContributor({ editionId, words, counterpartId: null, by, now: new Date() })
  if (!made.ok) throw new Error(made.error.kind)
  return { id: made.value.id, name: words.name, slug: words.slug }
}

/** An article that names them, published or not. */
export async function makeArticleAbout(about: {
  readonly topicIds?: readonly number[]
  readonly contributorIds?: readonly number[]
  readonly isPublished: boolean
}): Promise<{ readonly headline: string; readonly path: string }> {
  const { editionId, word } = await begin()
  const headline = `Ferry ${word} sails`
  return inTransaction(async (open) => {
    const blog = await open.blog.findFirstOrThrow({ where: { editionId }, orderBy: { id: 'asc' } })
    const person = await open.contributor.findFirstOrThrow({ where: { editionId }, orderBy: { id: 'asc' } })
    const now = new Date()
    const made = await createArticle({
      ...{ editionId, blogId: blog.id, familyKey: `ferry-${word}`, slug: `ferry-${word}` },
      text: {
        ...{ headline, standfirst: 'It sails.', description: null, pictureId: null, sources: [], sourceLine: null },
        body: [{ kind: 'paragraph', content: [{ text: `Ships leave ${word}.` }] }],
      },
      topicIds: about.topicIds ?? [],
      bylines: (about.contributorIds ?? [person.id]).map((contributorId) => ({ contributorId, role: null })),
      ...{ embargoUntil: null, by, now },
    })
    if (!made.ok) throw new Error(made.error.kind)
    const { id } = made.value
    if (about.isPublished)
      await changeArticle({ id, version: 1, by, action: 'publish', now }, (article) => publish(article, now))
    return { headline, path: `/${blog.slug}/ferry-${word}` }
  })
}

async function begin(): Promise<{ readonly editionId: number; readonly word: string }> {
  openSiteDatabase()
  const edition = await inTransaction((open) => open.edition.findFirstOrThrow({ where: { isDefault: true } }))
  return { editionId: edition.id, word: randomBytes(4).toString('hex') }
}
