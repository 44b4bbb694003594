'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { badForm } from '#lib/actions/support/action-words.ts'
import { requireSignedIn, requireUser } from '#lib/auth/session.ts'
import { done, type FormState, rejected } from '#lib/domain/form-state.ts'
import { type FilterRefusal, filterLimits } from '#lib/domain/lists/saved-filter.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { newFilterForm, removeFilterForm, renameFilterForm } from '#lib/input/articles/saved-filter-form.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { createSavedFilter, removeSavedFilter, renameSavedFilter } from '#lib/store/finding/saved-filters.ts'

/** Keeps the list as it is filtered now under a name. For everyone: for whoever reviews in the whole newsroom. */
export async function saveFilter(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireSignedIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(newFilterForm, form)
  if (!input.ok) {
    const { query, ...errors } = input.error.errors
    if (query) return rejected({ form: [words('finding.filters.refusals.noFilter')] }, input.error.values)
    return badForm({ ...input.error, errors }, words)
  }
  const { name, query } = input.value
  const isShared = input.value.isShared === 'yes'
  if (isShared) await requireUser('article.review')
  const saved = await createSavedFilter({ userId: user.id, name, query, isShared, now: new Date() })
  if (!saved.ok) return refusedName(saved.error, name, words)
  revalidatePath('/admin/articles')
  return done(words('finding.filters.saved', { name }))
}

export async function renameFilter(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireSignedIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(renameFilterForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { id, name } = input.value
  const renamed = await renameSavedFilter({ id, userId: user.id, name })
  if (!renamed.ok) return refusedName(renamed.error, name, words)
  revalidatePath('/admin/articles')
  return done(words('finding.filters.renamed'))
}

/** Leads back to the same list, where the name can be saved again. */
export async function removeFilter(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireSignedIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(removeFilterForm, form)
  if (!input.ok) return badForm(input.error, words)
  const removed = await removeSavedFilter({ id: input.value.id, userId: user.id })
  if (!removed.ok) return refusedName(removed.error, '', words)
  redirect(`/admin/articles?${removed.value.query}&${new URLSearchParams({ removed: removed.value.name })}`)
}

function refusedName({ kind }: FilterRefusal, name: string, words: AdminWords): FormState {
  const text = words(`finding.filters.refusals.${kind}`, { most: String(filterLimits.ofPerson) })
  return rejected({ [kind === 'name-taken' ? 'name' : 'form']: [text] }, { name })
}
