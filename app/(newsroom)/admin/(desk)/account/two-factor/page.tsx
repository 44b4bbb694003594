import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SetUpTwoFactor } from '#components/admin/people/two-factor.client.tsx'
import { Notice } from '#components/admin/ui/notice.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { beginTwoFactor, finishTwoFactor } from '#lib/actions/account/two-factor.ts'
import { requirePerson } from '#lib/auth/session.ts'
import { lacksTwoFactor } from '#lib/domain/people/roles.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { findTwoFactorRoles } from '#lib/store/site/two-factor-setting.ts'
import { twoFactorWords } from '../two-factor-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requirePerson()).interfaceLocale)('auth.twoFactor.title') }
}

/** Where whoever must have a second step sets it up, before anything else opens. */
export default async function TwoFactorPage() {
  const user = await requirePerson()
  if (user.hasTwoFactor) redirect('/admin')
  const isNeeded = lacksTwoFactor(user, await findTwoFactorRoles())
  const words = adminWords(user.interfaceLocale)
  return (
    <>
      <PageTitle title={words('auth.twoFactor.title')} />
      <div className="stack">
        {isNeeded && (
          <Notice>
            <p>{words('auth.twoFactor.required')}</p>
          </Notice>
        )}
        <SetUpTwoFactor begin={beginTwoFactor} finish={finishTwoFactor} words={twoFactorWords(words)} />
      </div>
    </>
  )
}
