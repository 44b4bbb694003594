'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { badForm } from '#lib/actions/support/action-words.ts'
import { permittedCounterparts, refusedReference } from '#lib/actions/support/reference-words.ts'
import { requireReference } from '#lib/actions/support/require-reference.ts'
import { requireUser } from '#lib/auth/session.ts'
import { done, type FormState } from '#lib/domain/form-state.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { rowId } from '#lib/input/form-fields.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { newTopicForm, topicForm } from '#lib/input/references/reference-forms.ts'
import { beginTopic, changeTopic } from '#lib/store/references/change-topic.ts'

/** Begins a topic of an edition. */
export async function createTopic(_: FormState, form: FormData): Promise<FormState> {
  const edition = rowId.safeParse(form.get('edition'))
  const user = await requireUser('topic.edit', edition.success ? { editionId: edition.data } : {})
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(newTopicForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { edition: editionId, counterpart: counterpartId, ...given } = input.value
  const by = { name: user.name }
  const made = await beginTopic({ editionId, words: given, counterpartId, by, now: new Date() })
  if (!made.ok) return refusedReference(made.error, form, words)
  revalidatePath('/admin/topics', 'layout')
  redirect(`/admin/topics/${made.value.id}`)
}

/** Saves a topic's name, address and words. A former address leads to the new one. */
export async function saveTopic(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireReference('topic', form)
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(topicForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { id, seenAt, ...given } = input.value
  const counterparts = permittedCounterparts('topic', form, user)
  const by = { name: user.name }
  const changed = await changeTopic({ id, seenAt, words: given, counterparts, by, now: new Date() })
  if (!changed.ok) return refusedReference(changed.error, form, words)
  revalidatePath('/admin/topics', 'layout')
  return done(words('sections.saved'))
}
