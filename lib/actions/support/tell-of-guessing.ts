import { sendMail } from '#lib/auth/mail.ts'
import { env } from '#lib/env/env.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { noteGuessing } from '#lib/store/people/guesses.ts'
import { findSiteName } from '#lib/store/site/site-name.ts'

/** Tells a person by letter, once a day, that more passwords were tried at their account than anyone mistypes. */
export async function tellOfGuessing(email: string, now: Date): Promise<void> {
  const person = await noteGuessing(email, now)
  if (!person) return
  const words = adminWords(person.interfaceLocale)
  const site = await findSiteName()
  const link = `${env().adminUrl}/admin/account/sessions`
  await sendMail({
    to: person.email,
    subject: words('auth.sessions.guessedSubject', { site }),
    text: words('auth.sessions.guessedLetter', { site, link }),
  })
}
