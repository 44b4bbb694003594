'use server'

import { redirect } from 'next/navigation'
import { actionWords, badForm } from '#lib/actions/support/action-words.ts'
import { enterCode } from '#lib/auth/enter.ts'
import { clientAddress } from '#lib/auth/request.ts'
import { safeNext } from '#lib/auth/safe-next.ts'
import { throttle } from '#lib/auth/throttle.ts'
import { type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { codeForm } from '#lib/input/people/people-forms.ts'

/** The second step: the library counts wrong codes by challenge and by account, we count by address. */
export async function sendCode(_: FormState, form: FormData): Promise<FormState> {
  const { words } = await actionWords()
  const input = parseForm(codeForm, form)
  if (!input.ok) return badForm(input.error, words)
  const minutes = await throttle('code', await clientAddress())
  if (minutes !== null) return refused('throttled', words('auth.signIn.throttled', { minutes }))
  const entry = await enterCode(input.value.code)
  if (entry.kind === 'wrong') return rejected({ code: [words('auth.secondFactor.wrong')] })
  if (entry.kind === 'over') return refused('over', words('auth.secondFactor.over'))
  redirect(safeNext(input.value.next))
}
