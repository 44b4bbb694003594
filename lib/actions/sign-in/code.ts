'use server'

import { redirect } from 'next/navigation'
import { tryCode } from '#lib/actions/support/try-sign-in.ts'
import { safeNext } from '#lib/auth/request/safe-next.ts'
import type { FormState } from '#lib/domain/form-state.ts'

/** The second step of a sign-in, and on to where the person was going. */
export async function sendCode(_: FormState, form: FormData): Promise<FormState> {
  const tried = await tryCode(form)
  return tried.kind === 'state' ? tried.state : redirect(safeNext(tried.next))
}
