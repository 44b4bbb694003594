import type { Metadata } from 'next'
import { PasskeySignIn } from '#components/admin/people/passkey-sign-in.client.tsx'
import { Door } from '#components/admin/shell/door.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { confirmPassword } from '#lib/actions/sign-in/confirm.ts'
import { safeNext } from '#lib/auth/request/safe-next.ts'
import { requireSignedIn } from '#lib/auth/session.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { findSiteName } from '#lib/store/site/site-name.ts'
import { formWords, one, type Query } from '../door-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireSignedIn()).interfaceLocale)('auth.confirm.title') }
}

export default async function ConfirmPage({ searchParams }: { readonly searchParams: Query }) {
  const user = await requireSignedIn()
  const words = adminWords(user.interfaceLocale)
  const next = safeNext(await one(searchParams, 'next'))
  return (
    <Door siteName={await findSiteName()} title={words('auth.confirm.title')} text={words('auth.confirm.text')}>
      <ActionForm
        action={confirmPassword}
        submit={words('auth.confirm.submit')}
        words={formWords(words)}
        hidden={{ next }}
        fields={[
          {
            ...{ kind: 'input', name: 'password', type: 'password', label: words('auth.fields.password') },
            ...{ isRequired: true, autoComplete: 'current-password' },
          },
        ]}
      />
      <PasskeySignIn next={next} label={words('auth.confirm.passkey')} failed={words('auth.signIn.passkeyFailed')} />
      <p>
        <a className="button quiet" href={next}>
          {words('shell.form.cancel')}
        </a>
      </p>
    </Door>
  )
}
