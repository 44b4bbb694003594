import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PasskeySignIn } from '#components/admin/people/passkey-sign-in.client.tsx'
import { Door } from '#components/admin/shell/door.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { signIn } from '#lib/actions/sign-in/sign-in.ts'
import { safeNext } from '#lib/auth/request/safe-next.ts'
import { currentUser } from '#lib/auth/session.ts'
import { doorWords, one, type Query } from '../door-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await doorWords()).words('auth.signIn.title') }
}

export default async function SignInPage({ searchParams }: { readonly searchParams: Query }) {
  const next = safeNext(await one(searchParams, 'next'))
  if (await currentUser()) redirect(next)
  const { words, form, siteName } = await doorWords()
  return (
    <Door siteName={siteName} title={words('auth.signIn.title')}>
      <ActionForm
        action={signIn}
        submit={words('auth.signIn.submit')}
        words={form}
        hidden={{ next }}
        fields={[
          {
            ...{ kind: 'input', name: 'email', type: 'email', label: words('auth.fields.email'), isRequired: true },
            autoComplete: 'username',
          },
          {
            ...{ kind: 'input', name: 'password', type: 'password', label: words('auth.fields.password') },
            ...{ isRequired: true, autoComplete: 'current-password' },
          },
        ]}
      />
      <PasskeySignIn next={next} label={words('auth.signIn.passkey')} failed={words('auth.signIn.passkeyFailed')} />
      <p>
        <a className="button quiet" href="/admin/reset">
          {words('auth.signIn.forgot')}
        </a>
      </p>
    </Door>
  )
}
