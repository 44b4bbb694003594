'use server'

import { revalidatePath } from 'next/cache'
import { badForm } from '#lib/actions/support/action-words.ts'
import { newToken } from '#lib/auth/links/token.ts'
import { sendMail } from '#lib/auth/mail.ts'
import { requireFreshSignIn, requireUser } from '#lib/auth/session.ts'
import { done, type FormState, rejected } from '#lib/domain/form-state.ts'
import { env } from '#lib/env/env.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { inviteForm, rowForm } from '#lib/input/people/people-forms.ts'
import { createInvitation, revokeInvitation } from '#lib/store/people/people-invitations.ts'
import { findSiteName } from '#lib/store/site/site-name.ts'

const weekMs = 7 * 24 * 60 * 60_000

/** Makes a link that opens one account with one role. It goes by letter where there is post, else it is shown this once. */
export async function invite(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('people.manage')
  await requireFreshSignIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(inviteForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { email, role, place } = input.value
  const { token, hash } = newToken()
  const now = new Date()
  const expiresAt = new Date(now.getTime() + weekMs)
  const created = await createInvitation({
    email,
    grant: { role, ...place },
    tokenHash: hash,
    expiresAt,
    by: user,
    now,
  })
  if (!created.ok) return rejected({ email: [words('auth.people.alreadyHere')] }, { email, role })
  revalidatePath('/admin/people')
  const link = `${env().adminUrl}/admin/invitation/${token}`
  const site = await findSiteName()
  const isSent = await sendMail({
    to: email,
    subject: words('auth.invitation.letterSubject', { site }),
    text: words('auth.invitation.letter', { inviter: user.name, site, link }),
  })
  return isSent
    ? done(words('auth.people.invitedByMail', { email }))
    : done(words('auth.people.invited', { email }), link)
}

export async function withdrawInvitation(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('people.manage')
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(rowForm, form)
  if (!input.ok) return badForm(input.error, words)
  await revokeInvitation(input.value.id, user.name, new Date())
  revalidatePath('/admin/people')
  return done(words('auth.people.revoked'))
}
