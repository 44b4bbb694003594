import type { ZodType } from 'zod'
import { requireSignedIn, requireUser } from '#lib/auth/session.ts'
import { type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import type { Permission, SignedIn } from '#lib/domain/people/permissions.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { type ArticleScope, findArticleScope } from '#lib/store/articles/desk/newsroom-article.ts'
import { findZone } from '#lib/store/sections/edition-zone.ts'
import { sayErrors, type Voice } from './publishing-words.ts'

/** A form about one article, from somebody who may do that with it. */
export type ArticleForm<T> = {
  readonly value: T
  readonly user: SignedIn
  readonly scope: ArticleScope
  readonly voice: Voice
}

/** Reads a form about one article and asks who may; anyone else gets the sign-in page or 403, a bad form its answer. */
export async function readArticleForm<T extends { readonly articleId: number }>(
  permission: Permission,
  { form, schema }: { readonly form: FormData; readonly schema: ZodType<T> },
): Promise<Result<ArticleForm<T>, FormState>> {
  const words = adminWords((await requireSignedIn()).interfaceLocale)
  const input = parseForm(schema, form)
  const articleId = input.ok ? input.value.articleId : Number(form.get('articleId'))
  const scope = Number.isSafeInteger(articleId) ? await findArticleScope(articleId) : null
  const user = await requireUser(permission, scope ?? {})
  if (!scope) return refuse(refused('no-such-article', words('publishing.refusal.gone')))
  const voice = { words, locale: user.interfaceLocale, timeZone: await findZone(scope.editionId) }
  if (!input.ok) return refuse(rejected(sayErrors(input.error.errors, voice), input.error.values))
  return ok({ value: input.value, user, scope, voice })
}
