'use server'

import { redirect } from 'next/navigation'
import { trySignIn } from '#lib/actions/support/try-sign-in.ts'
import { safeNext } from '#lib/auth/request/safe-next.ts'
import type { FormState } from '#lib/domain/form-state.ts'

/** Signs in and goes on to where the person was going. */
export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const tried = await trySignIn(form)
  if (tried.kind === 'state') return tried.state
  const next = safeNext(tried.next)
  if (tried.kind === 'second-factor') redirect(`/admin/sign-in/code?next=${encodeURIComponent(next)}`)
  redirect(next)
}
