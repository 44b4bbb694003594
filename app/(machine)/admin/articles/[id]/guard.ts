import { isSameOrigin } from '#lib/auth/request/same-origin.ts'
import { admittedUser, currentUser } from '#lib/auth/session.ts'
import { may, type SignedIn } from '#lib/domain/people/permissions.ts'
import type { BatchAnswer } from '#lib/domain/writing/saving/save-answers.ts'
import { type ArticleScope, findArticleScope } from '#lib/store/articles/desk/newsroom-article.ts'

export type Allowed = { readonly articleId: number; readonly user: SignedIn; readonly scope: ArticleScope }

/**
 * Who may write to this article by a request of its page, or the answer for everybody else. Never a redirect: the text stays in
 * the page, which asks to sign in again on 401.
 */
export async function allowEdit(
  request: Request,
  params: Promise<{ readonly id: string }>,
): Promise<Allowed | Response> {
  if (!isSameOrigin(request)) return answer(403, { kind: 'refused' })
  const signedIn = await currentUser()
  // The page of somebody else, who was signed in in this browser before: their words are not saved in another's name.
  const writer = request.headers.get('masthead-writer') ?? signedIn?.id
  if (!signedIn || signedIn.id !== writer) return answer(401, { kind: 'signed-out' })
  const user = await admittedUser()
  const { id } = await params
  const articleId = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0
  const scope = await findArticleScope(articleId)
  const isOpen = scope !== null && scope.state !== 'killed'
  if (!user || !isOpen || !may(user, 'article.edit', scope)) return answer(403, { kind: 'refused' })
  return { articleId, user, scope }
}

export function answer(status: number, body: BatchAnswer): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
