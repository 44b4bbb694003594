import { headers } from 'next/headers'
import { adminWords, languageOf } from '#lib/i18n/admin/words.ts'

/** What `unauthorized()` shows, with status 401 (lib/auth/session.ts), where no form says it itself. */
export default async function Unauthorized() {
  const words = adminWords(languageOf((await headers()).get('accept-language')))
  return (
    <main className="empty">
      <title>{words('shell.unauthorized.title')}</title>
      <h1>{words('shell.unauthorized.title')}</h1>
      <p>{words('shell.unauthorized.text')}</p>
      <p>
        <a className="button" href="/admin">
          {words('shell.unauthorized.signIn')}
        </a>
      </p>
    </main>
  )
}
