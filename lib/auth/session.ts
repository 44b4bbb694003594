import 'server-only'
import { cookies, headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { signedOut } from '#lib/domain/form-state.ts'
import { may, mayAnywhere, type Permission, type Scope, type SignedIn } from '#lib/domain/people/permissions.ts'
import { lacksTwoFactor } from '#lib/domain/people/roles.ts'
import { findSignedIn } from '#lib/store/people/signed-in.ts'
import { findTwoFactorRoles } from '#lib/store/site/two-factor-setting.ts'
import { auth } from './auth.ts'
import { currentPath } from './request/request.ts'

type Person = SignedIn & { readonly hasTwoFactor: boolean }

/** For so long after a sign-in the acts that can't be undone ask for no second one. */
const freshMs = 10 * 60_000

/** Who is signed in, or null: for words, menus and the doors of the newsroom. What works with articles asks `admittedUser`. */
export function currentUser(): Promise<SignedIn | null> {
  return findPersonOnce()
}

/** Who is signed in and has the second factor that their role needs, or null: for what answers instead of moving the page. */
export async function admittedUser(): Promise<SignedIn | null> {
  const person = await findPersonOnce()
  return person && !(await awaitsTwoFactor(person)) ? person : null
}

/** Whoever is signed in and has the second factor that their role needs. Else the page moves to where that is mended. */
export async function requireSignedIn(): Promise<SignedIn> {
  const person = await requirePerson()
  if (await awaitsTwoFactor(person)) redirect('/admin/account/two-factor')
  return person
}

/**
 * For the pages of one's own account, where a missing second factor is set up. Nobody gets the sign-in page; a form that the page's
 * script sent gets an error with a name instead, so that what is typed in it stays where it is.
 */
export async function requirePerson(): Promise<Person> {
  const person = await findPersonOnce()
  if (person) return person
  // Not `unauthorized()`: Next would make the page anew, around an empty form.
  if ((await headers()).has('next-action'))
    throw Object.assign(new Error('Nobody is signed in any more'), { digest: signedOut })
  redirect(`/admin/sign-in?next=${encodeURIComponent(await currentPath())}`)
}

/** Whoever is signed in and may do this here; anyone else gets the sign-in page or 403. Without a scope: the whole site. */
export async function requireUser(permission: Permission, scope: Scope = {}): Promise<SignedIn> {
  const user = await requireSignedIn()
  if (!may(user, permission, scope)) forbidden()
  return user
}

/** The same for a list or a menu whose parts are asked for one by one: they may do it somewhere. */
export async function requireUserAnywhere(permission: Permission): Promise<SignedIn> {
  const user = await requireSignedIn()
  if (!mayAnywhere(user, permission)) forbidden()
  return user
}

/** Asks for the password or passkey again when the sign-in is older than ten minutes: before kill, roles and keys. */
export async function requireFreshSignIn(): Promise<SignedIn> {
  const user = await requireSignedIn()
  if (!isFresh(user, new Date())) redirect(`/admin/confirm?next=${encodeURIComponent(await currentPath())}`)
  return user
}

export function isFresh(user: SignedIn, now: Date): boolean {
  return now.getTime() - user.signedInAt.getTime() < freshMs
}

async function awaitsTwoFactor(person: Person): Promise<boolean> {
  return !person.hasTwoFactor && lacksTwoFactor(person, await findTwoFactorRoles())
}

const findPersonOnce = cache(findPerson)

async function findPerson(): Promise<Person | null> {
  // First of all: a build, which has no request, learns here that the page can't be made in advance.
  const requested = new Headers(await headers())
  // An action may have signed in or renewed the session: the page made after it is that person's, and headers() is still the old.
  requested.set('cookie', (await cookies()).toString())
  const session = await auth().api.getSession({ headers: requested })
  return session ? findSignedIn(session.session.id, new Date()) : null
}
