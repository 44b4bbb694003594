import type { ReactNode } from 'react'
import { ShortcutsButton } from '#components/admin/finding/desk-tools.client.tsx'
import type { FindActions } from '#components/admin/finding/use-finder.ts'
import { SignOutForm } from '#components/admin/saving/sign-out-form.client.tsx'
import { Wordmark } from '#components/reader/frame/wordmark.tsx'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { highestRole } from '#lib/domain/people/roles.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'

type Props = {
  readonly user: SignedIn
  readonly words: AdminWords
  readonly siteName: string
  readonly mayWrite: boolean
  readonly signOut: () => Promise<void>
  readonly recent: FindActions['recent']
  /** The search, between the name and the rest. */
  readonly children: ReactNode
}

export function TopBar({ user, words, siteName, mayWrite, signOut, recent, children }: Props) {
  const role = highestRole(user.grants)
  return (
    <header className="bar">
      <a className="brand" href="/admin">
        <Wordmark name={siteName} />
        <span>{words('shell.site')}</span>
      </a>
      {children}
      {mayWrite && (
        <a className="button primary new-article" href="/admin/articles/new">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 5v14M5 12h14" />
          </svg>
          <span>{words('shell.newArticle')}</span>
        </a>
      )}
      <details className="account">
        <summary aria-label={`${words('shell.account')}: ${user.name}`}>
          <bdi>{user.name}</bdi>
        </summary>
        <div className="menu">
          <p>
            <bdi>{user.name}</bdi>
            <bdi>{user.email}</bdi>
            {role && <span>{words(`shell.roles.${role}`)}</span>}
          </p>
          <a href="/admin/account">{words('shell.account')}</a>
          <a href="/">{words('shell.viewSite')}</a>
          <ShortcutsButton label={words('finding.shortcuts.open')} />
          <SignOutForm
            action={signOut}
            userId={user.id}
            recent={recent}
            words={{
              ...{ signOut: words('shell.signOut'), title: words('shell.leaving.title') },
              ...{ text: words('shell.leaving.text', { count: '{count}' }), close: words('shell.form.close') },
              ...{ keepHint: words('shell.leaving.keepHint'), keep: words('shell.leaving.keep') },
              ...{ dropHint: words('shell.leaving.dropHint'), drop: words('shell.leaving.drop') },
              unanswered: words('shell.form.unanswered'),
            }}
          />
        </div>
      </details>
    </header>
  )
}
