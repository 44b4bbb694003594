import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { AddElsewhere } from '#components/admin/references/add-elsewhere.tsx'
import { contributorFields } from '#components/admin/references/contributor-fields.ts'
import { DeleteSection } from '#components/admin/references/delete-section.tsx'
import { MergeSection } from '#components/admin/references/merge-section.tsx'
import { PortraitField } from '#components/admin/references/portrait-field.client.tsx'
import { counterpartFields } from '#components/admin/references/reference-fields.ts'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { findPictures } from '#lib/actions/articles/editor-lookups.ts'
import { saveContributor } from '#lib/actions/references/contributors.ts'
import { deleteContributor, mergeContributors } from '#lib/actions/references/merge-delete.ts'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { onSite } from '#lib/env/on-site.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { contributorPath } from '#lib/site/urls.ts'
import { isReferenceUsed } from '#lib/store/references/delete-reference.ts'
import { forecastMerge } from '#lib/store/references/forecast-merge.ts'
import { findEditedContributor, listAccounts, listReferenceChoices } from '#lib/store/references/references-admin.ts'
import { formWords } from '../../../../door-words.ts'
import { counterpartsAt, rowOf } from '../../../references-at.ts'
import { portraitAt } from '../portrait-at.ts'

type Props = {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await open(params)).contributor.name }
}

export default async function ContributorPage({ params, searchParams }: Props) {
  const { user, contributor } = await open(params)
  const words = adminWords(user.interfaceLocale)
  const { id, edition, articleCount, changedAt } = contributor
  const intoId = rowOf((await searchParams).into)
  const [counterparts, choices, forecast, isUsed, accounts, portrait] = await Promise.all([
    counterpartsAt('contributor', user, contributor),
    listReferenceChoices('contributor', edition.id),
    intoId === null ? null : forecastMerge('contributor', { fromId: id, intoId }),
    isReferenceUsed('contributor', id),
    listAccounts(),
    portraitAt(contributor.pictureId, words),
  ])
  const pathOf = (slug: string) => contributorPath(edition, slug)
  const form = formWords(words)
  return (
    <>
      <PageTitle
        title={contributor.name}
        text={`${languageName(edition.locale)} · ${words('references.articles')}: ${articleCount}`}
      >
        <ButtonLink href={onSite(pathOf(contributor.slug))}>{words('sections.view')}</ButtonLink>
      </PageTitle>
      <div className="stack">
        <ActionForm
          id="contributor"
          action={saveContributor}
          submit={words('sections.save')}
          words={form}
          hidden={{ id: String(id), seenAt: changedAt.toISOString() }}
          fields={[...contributorFields(contributor, accounts, words), ...counterpartFields(counterparts, words)]}
        >
          <PortraitField {...portrait} locale={edition.locale} find={findPictures} />
        </ActionForm>
        <AddElsewhere area="contributors" id={id} counterparts={counterparts} words={words} />
        <MergeSection
          {...{ area: 'contributors', id, forecast, pathOf, words, form }}
          others={choices.filter((other) => other.id !== id)}
          merge={mergeContributors}
        />
        <DeleteSection
          {...{ id, isUsed, articleCount, words, form }}
          name={contributor.name}
          path={pathOf(contributor.slug)}
          action={deleteContributor}
        />
      </div>
    </>
  )
}

async function open(params: Props['params']) {
  const user = await requireUserAnywhere('contributor.edit')
  const id = rowOf((await params).id)
  const contributor = id === null ? null : await findEditedContributor(id)
  if (!contributor) notFound()
  if (!may(user, 'contributor.edit', { editionId: contributor.edition.id })) forbidden()
  return { user, contributor }
}
