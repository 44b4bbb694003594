'use server'

import { isAPIError } from 'better-auth/api'
import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { badForm } from '#lib/actions/support/action-words.ts'
import { qrPath } from '#lib/actions/support/qr-path.ts'
import { auth } from '#lib/auth/auth.ts'
import { throttle } from '#lib/auth/request/throttle.ts'
import { requirePerson } from '#lib/auth/session.ts'
import { done, type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import type { TwoFactorState } from '#lib/domain/people/two-factor-state.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { passwordForm, totpForm } from '#lib/input/people/people-forms.ts'
import { recordPersonEvent } from '#lib/store/people/person-event.ts'

/** Makes a key for the authenticator app and recovery codes. It counts from the first right code on. */
export async function beginTwoFactor(_: TwoFactorState, form: FormData): Promise<TwoFactorState> {
  return withPassword(form, async (password) => {
    const setup = await auth().api.enableTwoFactor({ body: { password, method: 'totp' }, headers: await headers() })
    if (setup.method !== 'totp') throw new Error('The auth library set up another second step than asked for')
    const secret = new URL(setup.totpURI).searchParams.get('secret') ?? ''
    return { kind: 'setup', secret, qr: qrPath(setup.totpURI), codes: setup.backupCodes, errors: [] }
  })
}

/** The first right code turns the second step on. A wrong one keeps the picture on the page. */
export async function finishTwoFactor(state: TwoFactorState, form: FormData): Promise<TwoFactorState> {
  const user = await requirePerson()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(totpForm, form)
  const wrong = (text: string): TwoFactorState =>
    state.kind === 'setup' ? { ...state, errors: [text] } : rejected({ code: [text] })
  if (!input.ok) return wrong(words('shell.errors.code'))
  const minutes = await throttle('code', user.id)
  if (minutes !== null) return wrong(words('auth.signIn.throttled', { minutes }))
  try {
    await auth().api.verifyTOTP({ body: input.value, headers: await headers() })
  } catch (error) {
    if (isAPIError(error)) return wrong(words('auth.secondFactor.wrong'))
    throw error
  }
  await recordPersonEvent({ by: user.name, action: 'person.two-factor-on', personId: user.id, now: new Date() })
  revalidatePath('/admin', 'layout')
  return done(words('auth.twoFactor.finished'))
}

export async function turnOffTwoFactor(_: FormState, form: FormData): Promise<FormState> {
  return withPassword(form, async (password, words, user) => {
    await auth().api.disableTwoFactor({ body: { password }, headers: await headers() })
    await recordPersonEvent({ by: user.name, action: 'person.two-factor-off', personId: user.id, now: new Date() })
    revalidatePath('/admin', 'layout')
    return done(words('auth.twoFactor.turnedOff'))
  })
}

export async function renewRecoveryCodes(_: TwoFactorState, form: FormData): Promise<TwoFactorState> {
  return withPassword(form, async (password, words, user) => {
    const { backupCodes } = await auth().api.generateBackupCodes({ body: { password }, headers: await headers() })
    await recordPersonEvent({ by: user.name, action: 'person.recovery-codes', personId: user.id, now: new Date() })
    return { kind: 'codes', message: words('auth.twoFactor.codesRenewed'), codes: backupCodes }
  })
}

type Person = { readonly id: string; readonly name: string }

/** Asks for one's own password before `work`; a wrong one is said at its field. */
async function withPassword<S extends TwoFactorState>(
  form: FormData,
  work: (password: string, words: AdminWords, user: Person) => Promise<S>,
): Promise<S | FormState> {
  const user = await requirePerson()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(passwordForm, form)
  if (!input.ok) return badForm(input.error, words)
  const minutes = await throttle('confirm', user.id)
  if (minutes !== null) return refused('throttled', words('auth.signIn.throttled', { minutes }))
  try {
    return await work(input.value.password, words, user)
  } catch (error) {
    if (isAPIError(error)) return rejected({ password: [words('auth.confirm.wrong')] })
    throw error
  }
}
