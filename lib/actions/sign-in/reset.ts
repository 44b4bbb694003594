'use server'

import { redirect } from 'next/navigation'
import { actionWords, badForm } from '#lib/actions/support/action-words.ts'
import { createResetLink, resetLifetimes } from '#lib/auth/links/reset-link.ts'
import { hashToken } from '#lib/auth/links/token.ts'
import { sendMail, sendsMail } from '#lib/auth/mail.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { forgive, throttle } from '#lib/auth/request/throttle.ts'
import { done, type FormState, refused } from '#lib/domain/form-state.ts'
import { env } from '#lib/env/env.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { askResetForm, resetForm } from '#lib/input/people/people-forms.ts'
import { createOneTime, dropOneTimes } from '#lib/store/people/one-time.ts'
import { findPersonIdByEmail } from '#lib/store/people/people.ts'
import { resetPassword } from '#lib/store/people/reset-password.ts'
import { findSiteName } from '#lib/store/site/site-name.ts'

const askedForMs = 7 * 24 * 60 * 60_000

/** Asks for a link. The answer is the same, and as quick, whether the account exists: what is sent is sent afterwards. */
export async function askReset(_: FormState, form: FormData): Promise<FormState> {
  const { words, locale } = await actionWords()
  const input = parseForm(askResetForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { email } = input.value
  const minutes = await throttle('reset', email)
  if (minutes !== null) return refused('throttled', words('auth.signIn.throttled', { minutes }))
  void deliver(email, adminWords(locale)).catch((error: unknown) => console.error('A reset link was not made:', error))
  return done(words(sendsMail() ? 'auth.reset.asked' : 'auth.reset.askedWithoutMail'))
}

/** Sets the new password of who holds the link; every session ends, and the next sign-in asks for the second step as always. */
export async function setNewPassword(_: FormState, form: FormData): Promise<FormState> {
  const { words } = await actionWords()
  const input = parseForm(resetForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { token, password } = input.value
  const reset = await resetPassword({
    tokenHash: hashToken(token),
    passwordHash: await hashPassword(password),
    now: new Date(),
  })
  if (!reset.ok) return refused(reset.error.kind, words('auth.reset.invalidText'))
  // Who forgot it has tried often enough to be kept waiting.
  await forgive('sign-in', reset.value.email)
  redirect('/admin/sign-in')
}

async function deliver(email: string, words: AdminWords): Promise<void> {
  const personId = await findPersonIdByEmail(email)
  if (!personId) return
  const now = new Date()
  if (!sendsMail()) {
    await dropOneTimes('reset-asked', personId)
    const expiresAt = new Date(now.getTime() + askedForMs)
    await createOneTime({ kind: 'reset-asked', hash: personId, value: personId, expiresAt, now })
    if (env().printsLinks)
      console.log(`A new password for ${email}: ${await createResetLink(personId, resetLifetimes.letter)}`)
    return
  }
  const [site, link] = await Promise.all([findSiteName(), createResetLink(personId, resetLifetimes.letter)])
  await sendMail({
    to: email,
    subject: words('auth.reset.letterSubject', { site }),
    text: words('auth.reset.letter', { site, link }),
  })
}
