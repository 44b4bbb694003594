'use server'

import { revalidatePath } from 'next/cache'
import { askAgain } from '#lib/actions/support/ask-again.ts'
import { badSection, refusedSection } from '#lib/actions/support/section-words.ts'
import { requireSignedIn, requireUser } from '#lib/auth/session.ts'
import { done, type FormState } from '#lib/domain/form-state.ts'
import { isPlainBody } from '#lib/domain/text/plain-body.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { rowId } from '#lib/input/form-fields.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { blogForm } from '#lib/input/sections/section-forms.ts'
import { findBlogPlace } from '#lib/store/articles/desk/editor-lookups.ts'
import { changeBlog } from '#lib/store/sections/change-blog.ts'

/** Saves a blog's name, its words, its About text and who edits it. Readers see it at once. */
export async function saveBlog(_: FormState, form: FormData): Promise<FormState> {
  const words = adminWords((await requireSignedIn()).interfaceLocale)
  const id = rowId.safeParse(form.get('id'))
  const place = id.success ? await findBlogPlace(id.data) : null
  const user = await requireUser('blog.edit', place ?? {})
  const asking = await askAgain(user, 'publishing', form)
  if (asking) return asking
  const input = parseForm(blogForm, form)
  if (!input.ok) return badSection(input.error, words)
  const { id: blogId, seenAt, body, ...given } = input.value
  if (!isPlainBody(body)) return refusedSection(words('sections.notPlain'), form)
  const by = { name: user.name }
  const changed = await changeBlog({ blogId, seenAt, words: { ...given, about: body }, by, now: new Date() })
  if (!changed.ok) return refusedSection(words(`sections.refusals.${changed.error.kind}`), form)
  revalidatePath('/admin/blogs', 'layout')
  return done(words('sections.saved'))
}
