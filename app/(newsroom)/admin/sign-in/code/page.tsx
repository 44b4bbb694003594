import type { Metadata } from 'next'
import { Door } from '#components/admin/shell/door.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { sendCode } from '#lib/actions/sign-in/code.ts'
import { safeNext } from '#lib/auth/request/safe-next.ts'
import { doorWords, one, type Query } from '../../door-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await doorWords()).words('auth.secondFactor.title') }
}

export default async function CodePage({ searchParams }: { readonly searchParams: Query }) {
  const { words, form, siteName } = await doorWords()
  const next = safeNext(await one(searchParams, 'next'))
  return (
    <Door siteName={siteName} title={words('auth.secondFactor.title')} text={words('auth.secondFactor.text')}>
      <ActionForm
        action={sendCode}
        submit={words('auth.secondFactor.submit')}
        words={form}
        hidden={{ next }}
        fields={[
          {
            ...{ kind: 'input', name: 'code', label: words('auth.fields.code'), isRequired: true, dir: 'ltr' },
            ...{ autoComplete: 'one-time-code', hint: words('auth.secondFactor.recoveryText'), maxLength: 40 },
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
