import 'server-only'
import { isAPIError } from 'better-auth/api'
import { headers } from 'next/headers'
import { findPersonIdByEmail } from '#lib/store/people/people.ts'
import { recordPersonEvent } from '#lib/store/people/person-event.ts'
import { auth } from './auth.ts'

export type Entry = { readonly kind: 'entered' } | { readonly kind: 'second-factor' } | { readonly kind: 'refused' }

/** Signs in with e-mail and password and sets the cookie. Unknown, wrong and closed accounts take the same work and answer alike. */
export async function enter(credentials: { readonly email: string; readonly password: string }): Promise<Entry> {
  try {
    const answer = await auth().api.signInEmail({ body: credentials, headers: await headers() })
    if ('twoFactorRedirect' in answer) return { kind: 'second-factor' }
    await recordSignIn(answer.user, 'password')
    return { kind: 'entered' }
  } catch (error) {
    if (!isAPIError(error)) throw error
    // Not waited for: writers of the trail take turns, and an account that nobody has would be the one that answers quickly.
    void recordRefused(credentials.email, new Date()).catch((problem: unknown) =>
      console.error('A refused sign-in was not recorded:', problem),
    )
    return { kind: 'refused' }
  }
}

/** Guesses at accounts that exist are worth a line; anyone can make up others. */
async function recordRefused(email: string, now: Date): Promise<void> {
  const personId = await findPersonIdByEmail(email)
  if (personId) await recordPersonEvent({ by: 'nobody', action: 'person.refused-sign-in', personId, now })
}

export type CodeEntry =
  | { readonly kind: 'entered' | 'wrong' }
  /** `guessedAt` is the person whose second step was shut after more wrong codes in a row than anyone mistypes. */
  | { readonly kind: 'over'; readonly guessedAt: string | null }

/** The second step of a sign-in: a code of the app, or one of the recovery codes. */
export async function enterCode(code: string): Promise<CodeEntry> {
  const isTotp = /^\d{6}$/.test(code)
  const by = isTotp ? 'code' : 'recovery-code'
  const requested = await headers()
  const { personId } = await auth().api.readChallenge({ headers: requested })
  try {
    const request = { body: { code }, headers: requested }
    const { user } = isTotp ? await auth().api.verifyTOTP(request) : await auth().api.verifyBackupCode(request)
    await recordSignIn(user, by)
    return { kind: 'entered' }
  } catch (error) {
    if (!isAPIError(error)) throw error
    const known = error.body?.code ?? ''
    if (!/INVALID_(CODE|BACKUP_CODE)/.test(known))
      return { kind: 'over', guessedAt: known === 'ACCOUNT_TEMPORARILY_LOCKED' ? personId : null }
    if (personId) await recordRefusedCode(personId, by)
    return { kind: 'wrong' }
  }
}

/** Whoever gets so far knows the password: nothing is given away by the time that this takes. */
async function recordRefusedCode(personId: string, by: string): Promise<void> {
  const event = { action: 'person.refused-code', personId, details: { by }, now: new Date() } as const
  await recordPersonEvent({ by: 'nobody', ...event })
}

export async function recordSignIn(user: { readonly id: string; readonly name: string }, by: string): Promise<void> {
  const details = { by }
  await recordPersonEvent({ by: user.name, action: 'person.sign-in', personId: user.id, details, now: new Date() })
}
