'use server'

import { z } from 'zod'
import { requireUser } from '#lib/auth/session.ts'
import { done, type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import { refuse } from '#lib/domain/result.ts'
import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import { edit, type Refusal } from '#lib/domain/workflow/workflow.ts'
import { savingWordsOf } from '#lib/i18n/admin/saving/of-locale.ts'
import { textSchema } from '#lib/input/articles/body.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { findArticleScope } from '#lib/store/articles/newsroom-article.ts'
import { findRevision } from '#lib/store/articles/revisions.ts'

const number = z.coerce.number().int().positive().max(2_147_483_647)
const restoreForm = z.object({ articleId: number, version: number, number, reason: textSchema.max(300) })

/** The text of an earlier revision becomes the newest, as a new revision. Readers see it when it is published, not before. */
export async function restoreRevision(_: FormState, form: FormData): Promise<FormState> {
  const articleId = number.safeParse(form.get('articleId')).data ?? 0
  const scope = await findArticleScope(articleId)
  const user = await requireUser('article.edit', scope ?? {})
  const words = savingWordsOf(user.interfaceLocale)
  const input = parseForm(restoreForm, form)
  if (!input.ok) return rejected({ reason: [words('revisions.noReason')] }, input.error.values)
  const { version, reason } = input.value
  const revision = await findRevision(articleId, input.value.number)
  if (!revision) return refused('no-such-revision', words('revisions.gone'))
  const changed = await changeArticle<Refusal | { readonly kind: 'same' }>(
    {
      ...{ id: articleId, version, by: { name: user.name }, action: 'restore', now: new Date() },
      reason: words('revisions.restoredReason', { number: String(revision.number), reason }),
    },
    (article, ground) =>
      canonicalJson(article.text) === canonicalJson(revision.text)
        ? refuse({ kind: 'same' })
        : edit(article, revision.text, ground.newestRevisionId),
  )
  if (changed.ok) return done(words('revisions.restored', { number: String(revision.number) }))
  const { kind } = changed.error
  const key = kind === 'stale' ? 'stale' : kind === 'same' ? 'same' : 'mayNot'
  return refused(kind, words(`revisions.${key}`))
}
