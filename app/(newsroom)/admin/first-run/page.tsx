import type { Metadata } from 'next'
import { Door } from '#components/admin/shell/door.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { openNewsroom } from '#lib/actions/sign-in/first-run.ts'
import { hashToken } from '#lib/auth/links/token.ts'
import { findOneTime } from '#lib/store/people/one-time.ts'
import { doorWords, one, type Query } from '../door-words.ts'
import { nameField, passwordFields } from '../password-fields.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await doorWords()).words('auth.firstRun.title'), referrer: 'no-referrer' }
}

export default async function FirstRunPage({ searchParams }: { readonly searchParams: Query }) {
  const { words, form, siteName } = await doorWords()
  const token = (await one(searchParams, 'token')) ?? ''
  const isOpen = (await findOneTime('first-run', hashToken(token), new Date())) !== null
  if (!isOpen)
    return (
      <Door siteName={siteName} title={words('auth.firstRun.invalidTitle')} text={words('auth.firstRun.invalidText')}>
        <p>
          <a className="button" href="/admin/sign-in">
            {words('auth.signIn.title')}
          </a>
        </p>
      </Door>
    )
  return (
    <Door siteName={siteName} title={words('auth.firstRun.title')} text={words('auth.firstRun.text')}>
      <ActionForm
        action={openNewsroom}
        submit={words('auth.firstRun.submit')}
        words={form}
        hidden={{ token }}
        fields={[
          nameField(words),
          {
            ...{ kind: 'input', name: 'email', type: 'email', label: words('auth.fields.email') },
            ...{ isRequired: true, autoComplete: 'username' },
          },
          ...passwordFields(words),
        ]}
      />
    </Door>
  )
}
