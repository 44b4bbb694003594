import { forbidden, notFound } from 'next/navigation'
import { cache } from 'react'
import { requireSignedIn } from '#lib/auth/session.ts'
import { may, type SignedIn } from '#lib/domain/people/permissions.ts'
import { findNewsroomArticle, type NewsroomArticle } from '#lib/store/articles/desk/newsroom-article.ts'
import { noteEmbargoedReading } from '#lib/store/articles/writing/embargoed-reading.ts'

export type OpenArticle = {
  readonly user: SignedIn
  readonly found: NewsroomArticle
  readonly mayEdit: boolean
}

/**
 * An article for whoever may read along, else 404 or 403. For a page's title as for the page: the title is in the bytes of a refusal
 * too. Whoever may write in the blog may read along; only some may change this article.
 */
export const openArticle = cache(async (id: string): Promise<OpenArticle> => {
  const user = await requireSignedIn()
  const found = await findNewsroomArticle(/^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0)
  if (!found) notFound()
  const { article, scope } = found
  const mayEdit = article.state.kind !== 'killed' && may(user, 'article.edit', scope)
  if (!mayEdit && !may(user, 'article.create', scope)) forbidden()
  await noteEmbargoedReading({ articleId: article.id, reader: user.name, now: new Date() })
  return { user, found, mayEdit }
})
