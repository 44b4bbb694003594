'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { refusedReference } from '#lib/actions/support/reference-words.ts'
import { requireReference } from '#lib/actions/support/require-reference.ts'
import { refusedSection } from '#lib/actions/support/section-words.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import type { ReferenceKind } from '#lib/domain/sections/reference.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { mergeForm, rowForm } from '#lib/input/references/reference-forms.ts'
import { deleteReference } from '#lib/store/references/delete-reference.ts'
import { mergeReferences } from '#lib/store/references/merge-references.ts'

/** Makes one topic of two, after it was told what moves. */
export async function mergeTopics(_: FormState, form: FormData): Promise<FormState> {
  return merge('topic', form)
}

/** Makes one contributor of two entries for the same person. */
export async function mergeContributors(_: FormState, form: FormData): Promise<FormState> {
  return merge('contributor', form)
}

/** Deletes a topic that nothing names. */
export async function deleteTopic(_: FormState, form: FormData): Promise<FormState> {
  return remove('topic', form)
}

/** Deletes a contributor whom nothing names. */
export async function deleteContributor(_: FormState, form: FormData): Promise<FormState> {
  return remove('contributor', form)
}

async function merge(kind: ReferenceKind, form: FormData): Promise<FormState> {
  const user = await requireReference(kind, form)
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(mergeForm, form)
  if (!input.ok) {
    const key = input.error.errors.confirmed ? 'unconfirmed' : 'missing'
    return refusedSection(words(`references.refusals.${key}`), form)
  }
  const { id: fromId, into: intoId, seen } = input.value
  const by = { name: user.name }
  const merged = await mergeReferences({ kind, fromId, intoId, seen, by, now: new Date() })
  // The page behind the refusal then says what happens now, and asks about that.
  if (!merged.ok && merged.error.kind === 'forecast-changed') revalidatePath(`/admin/${kind}s/${fromId}`)
  if (!merged.ok) return refusedReference(merged.error, form, words)
  revalidatePath(`/admin/${kind}s`, 'layout')
  redirect(`/admin/${kind}s/${intoId}`)
}

async function remove(kind: ReferenceKind, form: FormData): Promise<FormState> {
  const user = await requireReference(kind, form)
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(rowForm, form)
  if (!input.ok) return refusedSection(words('references.refusals.missing'), form)
  const deleted = await deleteReference({ kind, id: input.value.id, by: { name: user.name }, now: new Date() })
  if (!deleted.ok) return refusedReference(deleted.error, form, words)
  revalidatePath(`/admin/${kind}s`, 'layout')
  redirect(`/admin/${kind}s`)
}
