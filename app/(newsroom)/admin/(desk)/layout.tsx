import type { ReactNode } from 'react'
import { KeepFocus } from '#components/admin/shell/keep-focus.client.tsx'
import { navGroups } from '#components/admin/shell/nav-items.ts'
import { SideNav } from '#components/admin/shell/side-nav.client.tsx'
import { TopBar } from '#components/admin/shell/top-bar.tsx'
import { signOut } from '#lib/actions/sign-in/sign-out.ts'
import { currentPath } from '#lib/auth/request.ts'
import { requirePerson } from '#lib/auth/session.ts'
import { mayAnywhere } from '#lib/domain/people/permissions.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { findSiteName } from '#lib/store/site-name.ts'

/** The frame around every page inside. It decides nothing: each page and each action asks for itself who is there. */
export default async function DeskLayout({ children }: { readonly children: ReactNode }) {
  const user = await requirePerson()
  const words = adminWords(user.interfaceLocale)
  return (
    <>
      <a className="skip" href="#main">
        {words('shell.skip')}
      </a>
      <div className="desk">
        <TopBar
          user={user}
          words={words}
          siteName={await findSiteName()}
          mayWrite={mayAnywhere(user, 'article.create')}
          signOut={signOut}
        />
        <SideNav
          groups={navGroups(user, words)}
          label={words('shell.nav.label')}
          menu={words('shell.menu')}
          path={(await currentPath()).split('?')[0] ?? '/admin'}
        />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <KeepFocus />
      </div>
    </>
  )
}
