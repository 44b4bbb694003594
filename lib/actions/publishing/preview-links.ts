'use server'

import { revalidatePath } from 'next/cache'
import type { ZodType } from 'zod'
import { readArticleForm } from '#lib/actions/support/article-form.ts'
import type { Voice } from '#lib/actions/support/publishing-words.ts'
import { newToken } from '#lib/auth/links/token.ts'
import { done, type FormState, refused } from '#lib/domain/form-state.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { env } from '#lib/env/env.ts'
import { formatOf } from '#lib/i18n/format.ts'
import { previewForm, revokePreviewForm } from '#lib/input/articles/publishing-forms.ts'
import { absolute, previewPath } from '#lib/site/urls.ts'
import { createPreviewLink, revokePreviewLink } from '#lib/store/articles/writing/preview-links.ts'

const hourMs = 3_600_000

/** Makes a link that shows the newest revision to whoever has it. It is shown this once: only its hash is kept. */
export async function makePreviewLink(_: FormState, form: FormData): Promise<FormState> {
  return share(form, previewForm, async ({ articleId, hours }, user, voice) => {
    const { token, hash } = newToken()
    const now = new Date()
    const expiresAt = new Date(now.getTime() + hours * hourMs)
    const revision = await createPreviewLink({ articleId, tokenHash: hash, by: user, expiresAt, now })
    if (revision === null) return refused('no-such-article', voice.words('publishing.refusal.gone'))
    const number = formatOf(voice).number(revision)
    return done(voice.words('previews.made', { number }), absolute(env().siteUrl, previewPath(token)))
  })
}

/** Closes a preview at once, its pictures with it. */
export async function closePreviewLink(_: FormState, form: FormData): Promise<FormState> {
  return share(form, revokePreviewForm, async ({ articleId, link }, user, { words }) => {
    const isClosed = await revokePreviewLink({ id: link, articleId, by: user.name, now: new Date() })
    return isClosed ? done(words('previews.revoked')) : refused('over', words('previews.overAlready'))
  })
}

async function share<T extends { readonly articleId: number }>(
  form: FormData,
  schema: ZodType<T>,
  work: (value: T, user: SignedIn, voice: Voice) => Promise<FormState>,
): Promise<FormState> {
  const read = await readArticleForm('preview.share', { form, schema })
  if (!read.ok) return read.error
  const { value, user, voice } = read.value
  const answer = await work(value, user, voice)
  revalidatePath(`/admin/articles/${value.articleId}`)
  return answer
}
