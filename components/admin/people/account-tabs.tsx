import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { Tabs } from '../ui/tabs.tsx'

type Part = 'profile' | 'security' | 'sessions'
const addresses = {
  profile: '/admin/account',
  security: '/admin/account/security',
  sessions: '/admin/account/sessions',
} as const

export function AccountHead({ words, current }: { readonly words: AdminWords; readonly current: Part }) {
  return (
    <>
      <PageTitle title={words('auth.account.title')} />
      <Tabs
        label={words('auth.account.parts')}
        tabs={(['profile', 'security', 'sessions'] as const).map((part) => ({
          href: addresses[part],
          label: words(`auth.account.${part}`),
          isCurrent: part === current,
        }))}
      />
    </>
  )
}
