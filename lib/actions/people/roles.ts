'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { badForm } from '#lib/actions/support/action-words.ts'
import { requireFreshSignIn, requireUser } from '#lib/auth/session.ts'
import { done, type FormState, refused } from '#lib/domain/form-state.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { grantForm, twoFactorRolesForm, ungrantForm } from '#lib/input/people/people-forms.ts'
import { findPerson } from '#lib/store/people/people.ts'
import { addGrant, removeGrant } from '#lib/store/people/people-grants.ts'
import { changeTwoFactorRoles } from '#lib/store/site/two-factor-setting.ts'

/** Gives a person a role, everywhere or in one place. */
export async function giveRole(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('people.manage')
  await requireFreshSignIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(grantForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { personId, role, place } = input.value
  const change = { userId: personId, grant: { role, ...place }, by: user.name, now: new Date() }
  const added = await addGrant(change)
  if (!added.ok) {
    const key = added.error.kind === 'has-grant' ? 'auth.people.hasGrant' : 'shell.missing.text'
    return refused(added.error.kind, words(key))
  }
  revalidatePath(`/admin/people/${personId}`)
  return done(words('auth.people.granted'))
}

/** Takes a role away. Somebody stays administrator of everything. */
export async function takeRole(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('people.manage')
  await requireFreshSignIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(ungrantForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { personId, grantId } = input.value
  const removed = await removeGrant({ userId: personId, grantId, by: user.name, now: new Date() })
  if (!removed.ok && removed.error.kind === 'last-administrator')
    return refused(removed.error.kind, words('auth.people.lastAdministrator'))
  // Their own last key to this page: it would say that nothing was changed.
  if (personId === user.id && !may({ ...user, grants: (await findPerson(user.id))?.grants ?? [] }, 'people.manage'))
    redirect('/admin')
  revalidatePath(`/admin/people/${personId}`)
  return done(words('auth.people.removedGrant'))
}

/** Which roles must have a second step at sign-in. */
export async function requireTwoFactor(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('people.manage')
  await requireFreshSignIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(twoFactorRolesForm, form)
  if (!input.ok) return badForm(input.error, words)
  await changeTwoFactorRoles({ roles: input.value.roles, by: user.name, now: new Date() })
  revalidatePath('/admin/people')
  return done(words('auth.people.saved'))
}
