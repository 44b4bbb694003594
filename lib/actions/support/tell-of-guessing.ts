import { sendMail } from '#lib/auth/mail.ts'
import { env } from '#lib/env/env.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { type Guessed, noteGuessing } from '#lib/store/people/guesses.ts'
import { findSiteName } from '#lib/store/site/site-name.ts'

/** Tells a person by letter, once a day, that more passwords were tried at their account than anyone mistypes. */
export async function tellOfGuessing(email: string, now: Date): Promise<void> {
  const link = `${env().adminUrl}/admin/account/sessions`
  await tell(await noteGuessing({ by: 'password', email }, now), (words, site) => ({
    subject: words('auth.sessions.guessedSubject', { site }),
    text: words('auth.sessions.guessedLetter', { site, link }),
  }))
}

/** The same of codes of the second step, in a letter of its own: whoever tries those knows the password. */
export async function tellOfGuessedCodes(personId: string, now: Date): Promise<void> {
  const link = `${env().adminUrl}/admin/account/security`
  await tell(await noteGuessing({ by: 'code', personId }, now), (words, site) => ({
    subject: words('auth.sessions.guessedCodeSubject', { site }),
    text: words('auth.sessions.guessedCodeLetter', { site, link }),
  }))
}

type Letter = { readonly subject: string; readonly text: string }

async function tell(person: Guessed | null, letter: (words: AdminWords, site: string) => Letter): Promise<void> {
  if (person) await sendMail({ to: person.email, ...letter(adminWords(person.interfaceLocale), await findSiteName()) })
}
