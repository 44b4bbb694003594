import type { Metadata } from 'next'
import { AccountHead } from '#components/admin/people/account-tabs.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { saveProfile } from '#lib/actions/account/profile.ts'
import { saveSingleKeys } from '#lib/actions/account/single-keys.ts'
import { requirePerson } from '#lib/auth/session.ts'
import { adminWords, interfaceLanguages } from '#lib/i18n/admin/words.ts'
import { findHasSingleKeys } from '#lib/store/people/single-keys.ts'
import { formWords } from '../../door-words.ts'
import { nameField } from '../../password-fields.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requirePerson()).interfaceLocale)('auth.account.title') }
}

export default async function AccountPage() {
  const user = await requirePerson()
  const words = adminWords(user.interfaceLocale)
  return (
    <>
      <AccountHead words={words} current="profile" />
      <div className="stack">
        <ActionForm
          action={saveProfile}
          submit={words('shell.form.save')}
          words={formWords(words)}
          fields={[
            nameField(words, user.name),
            {
              ...{ kind: 'select', name: 'interfaceLocale', label: words('auth.fields.language') },
              value: user.interfaceLocale,
              options: interfaceLanguages.map(({ locale, name }) => ({ value: locale, label: name })),
            },
          ]}
        />
        <section className="ruled" id="keyboard" aria-labelledby="keyboard-title">
          <h2 id="keyboard-title">{words('finding.account.title')}</h2>
          <ActionForm
            id="single-keys"
            action={saveSingleKeys}
            submit={words('shell.form.save')}
            words={formWords(words)}
            fields={[
              {
                ...{ kind: 'select', name: 'singleKeys', label: words('finding.account.label') },
                ...{ hint: words('finding.account.hint'), value: (await findHasSingleKeys(user.id)) ? 'on' : 'off' },
                options: (['on', 'off'] as const).map((value) => ({ value, label: words(`finding.account.${value}`) })),
              },
            ]}
          />
        </section>
      </div>
    </>
  )
}
