'use server'

import { z } from 'zod'
import { currentUser } from '#lib/auth/session.ts'
import { movesAddress, type SavedDraft, withDraft } from '#lib/domain/editor/article-draft.ts'
import { may } from '#lib/domain/permissions.ts'
import { refuse } from '#lib/domain/result.ts'
import type { Refusal } from '#lib/domain/workflow.ts'
import { editorWordsOf } from '#lib/i18n/admin/editor/of-locale.ts'
import type { EditorWords } from '#lib/i18n/admin/editor/words.ts'
import { parseDraft } from '#lib/input/article-draft.ts'
import { type ChangeRefusal, changeArticle } from '#lib/store/change-article.ts'
import { findArticleScope } from '#lib/store/newsroom-article.ts'

const envelope = z.object({ articleId: z.int().positive(), version: z.int().positive(), draft: z.unknown() })

/** Keeps what the editor holds as a revision. Never moves the page: a refusal must leave the text where it is. */
export async function saveRevision(save: {
  readonly articleId: number
  readonly version: number
  readonly draft: unknown
}): Promise<SavedDraft> {
  const sent = envelope.safeParse(save)
  const draft = parseDraft(sent.data?.draft)
  const user = await currentUser()
  const words = editorWordsOf(user?.interfaceLocale ?? 'en')
  if (!sent.success) return { kind: 'refused', message: words('refusal.gone') }
  const { articleId, version } = sent.data
  const scope = await findArticleScope(articleId)
  if (!user || !scope || !may(user, 'article.edit', scope)) return { kind: 'refused', message: words('refusal.mayNot') }
  if (!draft.ok) return { kind: 'rejected', problems: draft.error }
  const change = { id: articleId, version, by: { name: user.name }, action: 'edit', now: new Date() }
  const changed = await changeArticle<Refusal | { readonly kind: 'may-not-move' }>(change, (article, ground) => {
    const isHeld = article.stage.kind === 'published' && movesAddress(article, draft.value)
    if (isHeld && !may(user, 'article.move', scope)) return refuse({ kind: 'may-not-move' })
    return withDraft(article, draft.value, ground)
  })
  if (changed.ok) return { kind: 'saved', version: changed.value.version }
  if (changed.error.kind === 'stale') return { kind: 'stale', version: changed.error.version }
  return { kind: 'refused', message: reasonOf(changed.error, words) }
}

function reasonOf(refusal: Refusal | ChangeRefusal | { readonly kind: 'may-not-move' }, words: EditorWords): string {
  switch (refusal.kind) {
    case 'address-taken':
      return words('refusal.addressTaken')
    case 'bad-slug':
      return words('refusal.badSlug')
    case 'may-not-move':
      return words('refusal.mayNotMove')
    case 'no-such-article':
      return words('refusal.gone')
    default:
      return words('refusal.alreadyGone')
  }
}
