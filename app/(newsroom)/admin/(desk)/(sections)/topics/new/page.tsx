import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { nameField, slugField } from '#components/admin/references/reference-fields.ts'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { createTopic } from '#lib/actions/references/topics.ts'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { referenceLimits } from '#lib/input/references/reference-forms.ts'
import { findEditedTopic } from '#lib/store/references/references-admin.ts'
import { formWords } from '../../../../door-words.ts'
import { permittedEditions, rowOf } from '../../../references-at.ts'

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>> }

export async function generateMetadata(): Promise<Metadata> {
  const user = await requireUserAnywhere('topic.edit')
  return { title: adminWords(user.interfaceLocale)('references.topics.new') }
}

export default async function NewTopicPage({ searchParams }: Props) {
  const user = await requireUserAnywhere('topic.edit')
  const words = adminWords(user.interfaceLocale)
  const query = await searchParams
  const editions = await permittedEditions('topic', user)
  const edition = editions.find(({ id }) => id === rowOf(query.edition)) ?? editions[0]
  if (!edition) forbidden()
  const counterpartId = rowOf(query.counterpart)
  const counterpart = counterpartId === null ? null : await findEditedTopic(counterpartId)
  return (
    <>
      <PageTitle title={words('references.topics.new')} text={words('references.topics.newText')} />
      <ActionForm
        action={createTopic}
        submit={words('references.create')}
        words={formWords(words)}
        hidden={{ counterpart: String(counterpart?.id ?? '') }}
        fields={[
          {
            ...{ kind: 'select', name: 'edition', label: words('references.edition'), value: String(edition.id) },
            options: editions.map(({ id, locale }) => ({ value: String(id), label: languageName(locale) })),
          },
          nameField(counterpart, words),
          slugField(counterpart, words),
          {
            ...{ kind: 'text', name: 'description', label: words('references.topics.description'), rows: 3 },
            ...{ hint: words('references.topics.descriptionHint'), maxLength: referenceLimits.description },
          },
        ]}
      />
    </>
  )
}
