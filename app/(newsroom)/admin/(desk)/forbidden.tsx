import { currentUser } from '#lib/auth/session.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'

/** What `forbidden()` shows, with status 403 (lib/auth/session.ts). The page that called it has no title then. */
export default async function Forbidden() {
  const words = adminWords((await currentUser())?.interfaceLocale ?? 'en')
  return (
    <div className="empty">
      <title>{words('shell.forbidden.title')}</title>
      <h1>{words('shell.forbidden.title')}</h1>
      <p>{words('shell.forbidden.text')}</p>
      <p>
        <a className="button" href="/admin">
          {words('shell.forbidden.home')}
        </a>
      </p>
    </div>
  )
}
