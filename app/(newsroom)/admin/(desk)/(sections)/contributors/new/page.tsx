import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { contributorFields } from '#components/admin/references/contributor-fields.ts'
import { PortraitField } from '#components/admin/references/portrait-field.client.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { findPictures } from '#lib/actions/articles/editor-lookups.ts'
import { createContributor } from '#lib/actions/references/contributors.ts'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { findEditedContributor, listAccounts } from '#lib/store/references/references-admin.ts'
import { formWords } from '../../../../door-words.ts'
import { permittedEditions, rowOf } from '../../../references-at.ts'
import { portraitTakenOver } from '../portrait-at.ts'

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>> }

export async function generateMetadata(): Promise<Metadata> {
  const user = await requireUserAnywhere('contributor.edit')
  return { title: adminWords(user.interfaceLocale)('references.contributors.new') }
}

/** The same person in another edition begins with all that is the same there: portrait, links, account. */
export default async function NewContributorPage({ searchParams }: Props) {
  const user = await requireUserAnywhere('contributor.edit')
  const words = adminWords(user.interfaceLocale)
  const query = await searchParams
  const editions = await permittedEditions('contributor', user)
  const edition = editions.find(({ id }) => id === rowOf(query.edition)) ?? editions[0]
  if (!edition) forbidden()
  const counterpartId = rowOf(query.counterpart)
  const counterpart = counterpartId === null ? null : await findEditedContributor(counterpartId)
  const [accounts, portrait] = await Promise.all([
    listAccounts(),
    portraitTakenOver(counterpart?.pictureId ?? null, words),
  ])
  return (
    <>
      <PageTitle title={words('references.contributors.new')} text={words('references.contributors.newText')} />
      <ActionForm
        action={createContributor}
        submit={words('references.create')}
        words={formWords(words)}
        hidden={{ counterpart: String(counterpart?.id ?? '') }}
        fields={[
          {
            ...{ kind: 'select', name: 'edition', label: words('references.edition'), value: String(edition.id) },
            options: editions.map(({ id, locale }) => ({ value: String(id), label: languageName(locale) })),
          },
          ...contributorFields(counterpart, accounts, words),
        ]}
      >
        <PortraitField {...portrait} locale={edition.locale} find={findPictures} />
      </ActionForm>
    </>
  )
}
