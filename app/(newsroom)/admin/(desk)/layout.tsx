import type { ReactNode } from 'react'
import { DeskTools } from '#components/admin/finding/desk-tools.client.tsx'
import { finderCommands, finderWords } from '#components/admin/finding/finder-words.ts'
import { shortcutParts } from '#components/admin/finding/shortcuts.ts'
import { KeepFocus } from '#components/admin/shell/keep-focus.client.tsx'
import { navGroups } from '#components/admin/shell/nav-items.ts'
import { SideNav } from '#components/admin/shell/side-nav.client.tsx'
import { StepUp } from '#components/admin/shell/step-up.client.tsx'
import { TopBar } from '#components/admin/shell/top-bar.tsx'
import { findAnything, findRecent } from '#lib/actions/finding/find.ts'
import { confirmHere } from '#lib/actions/sign-in/confirm.ts'
import { signOut } from '#lib/actions/sign-in/sign-out.ts'
import { currentPath } from '#lib/auth/request/request.ts'
import { requirePerson } from '#lib/auth/session.ts'
import { mayAnywhere } from '#lib/domain/people/permissions.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { findHasSingleKeys } from '#lib/store/people/single-keys.ts'
import { findSiteName } from '#lib/store/site/site-name.ts'

/** The frame around every page inside. It decides nothing: each page and each action asks for itself who is there. */
export default async function DeskLayout({ children }: { readonly children: ReactNode }) {
  const user = await requirePerson()
  const words = adminWords(user.interfaceLocale)
  const [siteName, hasSingleKeys] = await Promise.all([findSiteName(), findHasSingleKeys(user.id)])
  return (
    <>
      <a className="skip" href="#main">
        {words('shell.skip')}
      </a>
      <div className="desk">
        <TopBar
          user={user}
          words={words}
          siteName={siteName}
          mayWrite={mayAnywhere(user, 'article.create')}
          signOut={signOut}
          recent={findRecent}
        >
          <DeskTools
            userId={user.id}
            actions={{ find: findAnything, recent: findRecent }}
            commands={finderCommands(user, words)}
            shortcuts={shortcutParts(words)}
            hasSingleKeys={hasSingleKeys}
            words={{
              ...finderWords(words),
              sheet: {
                ...{ title: words('finding.shortcuts.title'), close: words('shell.form.close') },
                ...{ off: words('finding.shortcuts.off'), settings: words('finding.shortcuts.settings') },
              },
            }}
          />
        </TopBar>
        <SideNav
          groups={navGroups(user, words)}
          label={words('shell.nav.label')}
          menu={words('shell.menu')}
          path={(await currentPath()).split('?')[0] ?? '/admin'}
        />
        <main id="main" tabIndex={-1}>
          <StepUp
            confirm={confirmHere}
            unheard={{ unanswered: words('shell.form.unanswered'), signedOut: words('shell.form.signedOut') }}
            words={{
              ...{ title: words('auth.confirm.title'), close: words('shell.form.close') },
              ...{ password: words('auth.fields.password'), submit: words('auth.confirm.submit') },
              ...{ working: words('shell.form.working'), unreachable: words('auth.confirm.unreachable') },
              ...{ passkey: words('auth.confirm.passkey'), passkeyFailed: words('auth.signIn.passkeyFailed') },
            }}
          >
            {children}
          </StepUp>
        </main>
        <KeepFocus />
      </div>
    </>
  )
}
