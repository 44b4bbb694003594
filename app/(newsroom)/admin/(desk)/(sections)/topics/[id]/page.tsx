import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { AddElsewhere } from '#components/admin/references/add-elsewhere.tsx'
import { DeleteSection } from '#components/admin/references/delete-section.tsx'
import { MergeSection } from '#components/admin/references/merge-section.tsx'
import { counterpartFields, nameField, slugField } from '#components/admin/references/reference-fields.ts'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { deleteTopic, mergeTopics } from '#lib/actions/references/merge-delete.ts'
import { saveTopic } from '#lib/actions/references/topics.ts'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { onSite } from '#lib/env/on-site.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { referenceLimits } from '#lib/input/references/reference-forms.ts'
import { topicPath } from '#lib/site/urls.ts'
import { isReferenceUsed } from '#lib/store/references/delete-reference.ts'
import { countKeysOfTopic, forecastMerge } from '#lib/store/references/forecast-merge.ts'
import { findEditedTopic, listReferenceChoices } from '#lib/store/references/references-admin.ts'
import { formWords } from '../../../../door-words.ts'
import { counterpartsAt, rowOf } from '../../../references-at.ts'

type Props = {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await open(params)).topic.name }
}

export default async function TopicPage({ params, searchParams }: Props) {
  const { user, topic } = await open(params)
  const words = adminWords(user.interfaceLocale)
  const { id, edition, articleCount, changedAt } = topic
  const intoId = rowOf((await searchParams).into)
  const [counterparts, choices, forecast, isUsed, keyCount] = await Promise.all([
    counterpartsAt('topic', user, topic),
    listReferenceChoices('topic', edition.id),
    intoId === null ? null : forecastMerge('topic', { fromId: id, intoId }),
    isReferenceUsed('topic', id),
    countKeysOfTopic(id),
  ])
  const pathOf = (slug: string) => topicPath(edition, slug)
  const form = formWords(words)
  return (
    <>
      <PageTitle
        title={topic.name}
        text={`${languageName(edition.locale)} · ${words('references.articles')}: ${articleCount}`}
      >
        <ButtonLink href={onSite(pathOf(topic.slug))}>{words('sections.view')}</ButtonLink>
      </PageTitle>
      <div className="stack">
        <ActionForm
          id="topic"
          action={saveTopic}
          submit={words('sections.save')}
          words={form}
          hidden={{ id: String(id), seenAt: changedAt.toISOString() }}
          fields={[
            nameField(topic, words),
            slugField(topic, words),
            {
              ...{ kind: 'text', name: 'description', label: words('references.topics.description'), rows: 3 },
              ...{ hint: words('references.topics.descriptionHint'), value: topic.description },
              maxLength: referenceLimits.description,
            },
            ...counterpartFields(counterparts, words),
          ]}
        />
        <AddElsewhere area="topics" id={id} counterparts={counterparts} words={words} />
        <MergeSection
          {...{ area: 'topics', id, forecast, pathOf, words, form }}
          others={choices.filter((other) => other.id !== id)}
          merge={mergeTopics}
        />
        <DeleteSection
          {...{ id, isUsed, articleCount, keyCount, words, form }}
          name={topic.name}
          path={pathOf(topic.slug)}
          action={deleteTopic}
        />
      </div>
    </>
  )
}

async function open(params: Props['params']) {
  const user = await requireUserAnywhere('topic.edit')
  const id = rowOf((await params).id)
  const topic = id === null ? null : await findEditedTopic(id)
  if (!topic) notFound()
  if (!may(user, 'topic.edit', { editionId: topic.edition.id })) forbidden()
  return { user, topic }
}
