import type { Metadata } from 'next'
import { Door } from '#components/admin/shell/door.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { askReset, setNewPassword } from '#lib/actions/sign-in/reset.ts'
import { hashToken } from '#lib/auth/links/token.ts'
import { findOneTime } from '#lib/store/people/one-time.ts'
import { doorWords, one, type Query } from '../door-words.ts'
import { passwordFields } from '../password-fields.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await doorWords()).words('auth.reset.askTitle'), referrer: 'no-referrer' }
}

export default async function ResetPage({ searchParams }: { readonly searchParams: Query }) {
  const { words, form, siteName } = await doorWords()
  const token = await one(searchParams, 'token')
  if (token && (await findOneTime('password-reset', hashToken(token), new Date())) !== null)
    return (
      <Door siteName={siteName} title={words('auth.reset.title')} text={words('auth.reset.consequence')}>
        <ActionForm
          action={setNewPassword}
          submit={words('auth.reset.submit')}
          words={form}
          hidden={{ token }}
          fields={passwordFields(words)}
        />
      </Door>
    )
  const title = words(token ? 'auth.reset.invalidTitle' : 'auth.reset.askTitle')
  return (
    <Door siteName={siteName} title={title} text={words(token ? 'auth.reset.invalidText' : 'auth.reset.askText')}>
      <ActionForm
        action={askReset}
        submit={words('auth.reset.ask')}
        words={form}
        fields={[
          {
            ...{ kind: 'input', name: 'email', type: 'email', label: words('auth.fields.email') },
            ...{ isRequired: true, autoComplete: 'username' },
          },
        ]}
      />
      <p>
        <a className="button quiet" href="/admin/sign-in">
          {words('auth.secondFactor.again')}
        </a>
      </p>
    </Door>
  )
}
