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
import { pageForm } from '#lib/input/sections/section-forms.ts'
import { changePage } from '#lib/store/sections/change-page.ts'
import { findEditedPage } from '#lib/store/sections/sections-admin.ts'

/** Saves what a static page says. Readers see it at once. */
export async function savePage(_: FormState, form: FormData): Promise<FormState> {
  const words = adminWords((await requireSignedIn()).interfaceLocale)
  const id = rowId.safeParse(form.get('id'))
  const page = id.success ? await findEditedPage(id.data) : null
  const user = await requireUser('page.edit', page ? { editionId: page.edition.id } : {})
  const asking = await askAgain(user, 'publishing', form)
  if (asking) return asking
  const input = parseForm(pageForm, form)
  if (!input.ok) return badSection(input.error, words)
  if (!page) return refusedSection(words('sections.refusals.no-such-page'), form)
  const { id: _id, ...given } = input.value
  if (!isPlainBody(given.body)) return refusedSection(words('sections.notPlain'), form)
  const at = { editionId: page.edition.id, slug: page.slug }
  const changed = await changePage({ ...at, ...given, by: { name: user.name }, now: new Date() })
  if (!changed.ok) return refusedSection(words(`sections.refusals.${changed.error.kind}`), form)
  revalidatePath('/admin/pages', 'layout')
  return done(words('sections.saved'))
}
