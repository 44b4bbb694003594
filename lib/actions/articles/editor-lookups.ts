'use server'

import { z } from 'zod'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { placesOf } from '#lib/domain/people/places.ts'
import type { FoundArticle, PictureChoice } from '#lib/domain/writing/editor/lookups.ts'
import { findArticlesToLink, findPicturesById, findPicturesToPlace } from '#lib/store/articles/desk/editor-lookups.ts'
import { findArticleScope } from '#lib/store/articles/desk/newsroom-article.ts'

const text = z.string().max(200)
const articlesQuestion = z.object({ articleId: z.int().positive(), text })
const picturesQuestion = z.object({ text, ids: z.array(z.int().positive()).max(24).optional() })

/** Articles of the same edition that a phrase can lead to: of those that no reader sees yet, the ones that the writer may read. */
export async function findArticles(question: {
  readonly articleId: number
  readonly text: string
}): Promise<readonly FoundArticle[]> {
  const user = await requireUserAnywhere('article.create')
  const asked = articlesQuestion.safeParse(question)
  if (!asked.success || asked.data.text.trim() === '') return []
  const { articleId, text } = asked.data
  const scope = await findArticleScope(articleId)
  if (!scope) return []
  const places = placesOf(user, 'article.create')
  return findArticlesToLink({ editionId: scope.editionId, exceptId: articleId, text, places })
}

/** Pictures of the library, with their words in every language: those that fit the words, or those of these ids. */
export async function findPictures(question: {
  readonly text: string
  readonly ids?: readonly number[]
}): Promise<readonly PictureChoice[]> {
  await requireUserAnywhere('article.create')
  const asked = picturesQuestion.safeParse(question)
  if (!asked.success) return []
  const { text, ids } = asked.data
  return ids ? findPicturesById(ids, new Date()) : findPicturesToPlace(text, new Date())
}
