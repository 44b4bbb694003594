'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { auth } from '#lib/auth/auth.ts'
import { currentUser } from '#lib/auth/session.ts'
import { recordPersonEvent } from '#lib/store/people/person-event.ts'

/** Ends this session here and on the server. Signed out already: nothing happens but the way to the sign-in page. */
export async function signOut(): Promise<void> {
  const user = await currentUser()
  if (user) {
    await auth().api.signOut({ headers: await headers() })
    await recordPersonEvent({ by: user.name, action: 'person.sign-out', personId: user.id, now: new Date() })
  }
  redirect('/admin/sign-in')
}
