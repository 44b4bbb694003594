'use server'

import { z } from 'zod'
import { admittedUser } from '#lib/auth/session.ts'
import { may, type SignedIn } from '#lib/domain/people/permissions.ts'
import type { CommentsAnswer } from '#lib/domain/writing/saving/comment.ts'
import { findMentions } from '#lib/domain/writing/saving/mentions.ts'
import { commentSchema, idSchema } from '#lib/input/articles/saving.ts'
import { type ArticleScope, findArticleScope } from '#lib/store/articles/desk/newsroom-article.ts'
import { createComment, listComments, listMentionable, setResolved } from '#lib/store/articles/writing/comments.ts'

// Comments belong to the newsroom alone. None of these moves the page: what was typed must stay in its field.

const oneArticle = z.strictObject({ articleId: idSchema })
const oneThread = z.strictObject({ articleId: idSchema, id: idSchema })

export async function readComments(asked: { readonly articleId: number }): Promise<CommentsAnswer> {
  const input = oneArticle.safeParse(asked)
  if (!input.success || !(await findCommenter(input.data.articleId))) return refusal()
  return { kind: 'comments', threads: await listComments(input.data.articleId) }
}

/** A new thread or a reply. Whoever is mentioned finds a notice on their desk. */
export async function writeComment(asked: z.input<typeof commentSchema>): Promise<CommentsAnswer> {
  const input = commentSchema.safeParse(asked)
  const commenter = input.success ? await findCommenter(input.data.articleId) : null
  if (!input.success || !commenter) return refusal()
  const mentioned = findMentions(input.data.text, await listMentionable(commenter.scope))
  const id = await createComment({ ...input.data, by: commenter.user, mentioned, now: new Date() })
  return id === null ? refusal() : { kind: 'comments', threads: await listComments(input.data.articleId) }
}

export async function resolveComment(asked: {
  readonly articleId: number
  readonly id: number
}): Promise<CommentsAnswer> {
  return settle(asked, true)
}

export async function reopenComment(asked: {
  readonly articleId: number
  readonly id: number
}): Promise<CommentsAnswer> {
  return settle(asked, false)
}

async function settle(asked: unknown, isSettled: boolean): Promise<CommentsAnswer> {
  const input = oneThread.safeParse(asked)
  const commenter = input.success ? await findCommenter(input.data.articleId) : null
  if (!input.success || !commenter) return refusal()
  await setResolved({ ...input.data, resolved: isSettled ? { by: commenter.user.id, at: new Date() } : null })
  return { kind: 'comments', threads: await listComments(input.data.articleId) }
}

/** Whoever is signed out has to know that, and not that they may not comment. */
async function refusal(): Promise<CommentsAnswer> {
  return { kind: 'refused', reason: (await admittedUser()) ? 'not-allowed' : 'signed-out' }
}

/** Whoever may comment in the article's blog; else null. */
async function findCommenter(
  articleId: number,
): Promise<{ readonly user: SignedIn; readonly scope: ArticleScope } | null> {
  const [user, scope] = await Promise.all([admittedUser(), findArticleScope(articleId)])
  return user && scope && may(user, 'comment.write', scope) ? { user, scope } : null
}
