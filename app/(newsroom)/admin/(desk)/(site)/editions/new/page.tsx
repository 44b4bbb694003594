import type { Metadata } from 'next'
import { editionFields, keyFields } from '#components/admin/site/edition-fields.ts'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { createEdition } from '#lib/actions/site/editions.ts'
import { requireUser } from '#lib/auth/session.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { listAllEditions } from '#lib/store/site/editions-admin.ts'
import { findEditedSite } from '#lib/store/site/site-admin.ts'
import { formWords } from '../../../../door-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUser('edition.edit')).interfaceLocale)('site.editions.new') }
}

export default async function NewEditionPage() {
  const user = await requireUser('edition.edit')
  const words = adminWords(user.interfaceLocale)
  const [editions, { timeZone, name }] = await Promise.all([listAllEditions(), findEditedSite()])
  return (
    <>
      <PageTitle title={words('site.editions.new')} text={words('site.editions.newText')} />
      <ActionForm
        action={createEdition}
        submit={words('site.editions.create')}
        words={formWords(words)}
        fields={[
          ...keyFields({}, words),
          ...editionFields({ timeZone, name }, words),
          {
            ...{ kind: 'select', name: 'like', label: words('site.editions.like'), value: '' },
            hint: words('site.editions.likeHint'),
            options: [
              { value: '', label: words('site.editions.likeNone') },
              ...editions.map(({ id, locale }) => ({ value: String(id), label: languageName(locale) })),
            ],
          },
        ]}
      />
    </>
  )
}
