'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { askAgain } from '#lib/actions/support/ask-again.ts'
import { refusedSection } from '#lib/actions/support/section-words.ts'
import { badSiteForm, refusedEdition } from '#lib/actions/support/site-words.ts'
import { requireUser } from '#lib/auth/session.ts'
import { done, type FormState } from '#lib/domain/form-state.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { rowId } from '#lib/input/form-fields.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { rowForm } from '#lib/input/references/reference-forms.ts'
import { editionForm, editionOffForm, newEditionForm, orderForm } from '#lib/input/site/site-forms.ts'
import { beginEdition, changeEdition, orderSections } from '#lib/store/site/change-edition.ts'
import { changeDefaultEdition, switchEditionOff, switchEditionOn } from '#lib/store/site/switch-edition.ts'

/** Adds an edition, switched off. */
export async function createEdition(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('edition.edit')
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(newEditionForm, form)
  if (!input.ok) return badSiteForm(input.error, words)
  const { like: likeId, ...given } = input.value
  const made = await beginEdition({ words: given, likeId, by: { name: user.name }, now: new Date() })
  if (!made.ok) return refusedEdition(made.error, form, words)
  revalidatePath('/admin/editions', 'layout')
  redirect(`/admin/editions/${made.value.id}`)
}

/** Saves what an edition says of itself. Readers see it at once. */
export async function saveEdition(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireEdition(form)
  const asking = await askAgain(user, 'publishing', form)
  if (asking) return asking
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(editionForm, form)
  if (!input.ok) return badSiteForm(input.error, words)
  const { id, seen, ...given } = input.value
  const changed = await changeEdition({ id, seen, words: given, by: { name: user.name }, now: new Date() })
  if (!changed.ok) return refusedEdition(changed.error, form, words)
  revalidatePath('/admin/editions', 'layout')
  return done(words('sections.saved'))
}

/** Puts the blogs of the navigation, or the pages of the foot, in another order. */
export async function saveOrder(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireEdition(form)
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(orderForm, form)
  if (!input.ok) return refusedSection(words('site.refusals.stale'), form)
  const { id: editionId, what, ids } = input.value
  const ordered = await orderSections({ editionId, what, ids, by: { name: user.name }, now: new Date() })
  if (!ordered.ok) return refusedEdition(ordered.error, form, words)
  revalidatePath('/admin/editions', 'layout')
  return done(words('sections.saved'))
}

/** Takes an edition from readers, after it was told how much goes with it. */
export async function turnEditionOff(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireEdition(form)
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(editionOffForm, form)
  if (!input.ok) return refusedSection(words('site.refusals.missing'), form)
  const { id, count: publishedCount } = input.value
  const changed = await switchEditionOff({ id, publishedCount, by: { name: user.name }, now: new Date() })
  if (!changed.ok) return refusedEdition(changed.error, form, words)
  revalidatePath('/admin/editions', 'layout')
  return done(words('site.settings.saved'))
}

/** Gives an edition to readers. */
export async function turnEditionOn(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireEdition(form)
  const asking = await askAgain(user, 'publishing', form)
  if (asking) return asking
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(rowForm, form)
  if (!input.ok) return refusedSection(words('site.refusals.missing'), form)
  const changed = await switchEditionOn({ id: input.value.id, by: { name: user.name }, now: new Date() })
  if (!changed.ok) return refusedEdition(changed.error, form, words)
  revalidatePath('/admin/editions', 'layout')
  return done(words('site.editions.switchedOn'))
}

/** Makes an edition the one whose addresses have no prefix. */
export async function makeDefaultEdition(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('edition.edit')
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(rowForm, form)
  if (!input.ok) return refusedSection(words('site.refusals.missing'), form)
  const changed = await changeDefaultEdition({ id: input.value.id, by: { name: user.name }, now: new Date() })
  if (!changed.ok) return refusedEdition(changed.error, form, words)
  revalidatePath('/admin/editions', 'layout')
  return done(words('sections.saved'))
}

/** Whoever may edit the edition that the form names; anyone else gets the sign-in page or 403. */
async function requireEdition(form: FormData): Promise<SignedIn> {
  const id = rowId.safeParse(form.get('id'))
  return requireUser('edition.edit', id.success ? { editionId: id.data } : {})
}
