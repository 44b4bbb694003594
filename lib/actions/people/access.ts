'use server'

import { revalidatePath } from 'next/cache'
import { badForm } from '#lib/actions/support/action-words.ts'
import { createResetLink, resetLifetimes } from '#lib/auth/links/reset-link.ts'
import { requireFreshSignIn, requireUser } from '#lib/auth/session.ts'
import { done, type FormState, refused } from '#lib/domain/form-state.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { personForm } from '#lib/input/people/people-forms.ts'
import { dropOneTimes } from '#lib/store/people/one-time.ts'
import { findPerson, removeTwoFactor, setDisabled } from '#lib/store/people/people.ts'
import { recordPersonEvent } from '#lib/store/people/person-event.ts'

/** Closes an account: signed out everywhere at once. */
export async function closeAccount(_: FormState, form: FormData): Promise<FormState> {
  return setAccess(form, true)
}

export async function openAccount(_: FormState, form: FormData): Promise<FormState> {
  return setAccess(form, false)
}

/** A link for a new password, shown once to whoever hands it over. */
export async function makeResetLink(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('people.manage')
  await requireFreshSignIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(personForm, form)
  if (!input.ok) return badForm(input.error, words)
  const person = await findPerson(input.value.personId)
  if (!person) return refused('no-such-person', words('shell.missing.text'))
  const now = new Date()
  const link = await createResetLink(person.id, resetLifetimes.handed, now)
  await dropOneTimes('reset-asked', person.id)
  await recordPersonEvent({ by: user.name, action: 'person.reset-link', personId: person.id, now })
  return done(words('auth.people.resetLinkMade', { name: person.name }), link)
}

/** For who lost phone and recovery codes: the password alone signs in, until a second step is set up again. */
export async function dropTwoFactor(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('people.manage')
  await requireFreshSignIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(personForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { personId } = input.value
  // One's own asks for the password (lib/actions/account/two-factor.ts).
  if (personId === user.id) return refused('yourself', words('shell.forbidden.text'))
  await removeTwoFactor({ id: personId, by: user.name, now: new Date() })
  revalidatePath(`/admin/people/${personId}`)
  return done('')
}

async function setAccess(form: FormData, isDisabled: boolean): Promise<FormState> {
  const user = await requireUser('people.manage')
  await requireFreshSignIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(personForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { personId } = input.value
  if (personId === user.id) return refused('yourself', words('auth.people.yourself'))
  const changed = await setDisabled({ id: personId, isDisabled, by: user.name, now: new Date() })
  if (!changed.ok) {
    const key = changed.error.kind === 'last-administrator' ? 'auth.people.lastAdministrator' : 'shell.missing.text'
    return refused(changed.error.kind, words(key))
  }
  revalidatePath(`/admin/people/${personId}`)
  return done(words(isDisabled ? 'auth.people.closed' : 'auth.people.opened'))
}
