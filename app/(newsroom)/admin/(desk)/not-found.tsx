import { FinderButton } from '#components/admin/finding/desk-tools.client.tsx'
import { currentUser } from '#lib/auth/session.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'

/** What `notFound()` shows, with status 404. The page that called it has no title then. */
export default async function NotFound() {
  const words = adminWords((await currentUser())?.interfaceLocale ?? 'en')
  return (
    <div className="empty">
      <title>{words('shell.missing.title')}</title>
      <h1>{words('shell.missing.title')}</h1>
      <p>{words('shell.missing.text')}</p>
      <p className="row">
        <a className="button" href="/admin">
          {words('shell.forbidden.home')}
        </a>
        <FinderButton label={words('finding.shortcuts.search')} />
      </p>
    </div>
  )
}
