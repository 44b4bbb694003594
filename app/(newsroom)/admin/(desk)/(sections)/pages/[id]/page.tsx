import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { SectionForm } from '#components/admin/sections/section-form.client.tsx'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { savePage } from '#lib/actions/sections/change-page.ts'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { onSite } from '#lib/env/on-site.ts'
import { editorMessages } from '#lib/i18n/admin/editor/of-locale.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { rowId } from '#lib/input/form-fields.ts'
import { sectionLimits } from '#lib/input/sections/section-forms.ts'
import { sectionPath } from '#lib/site/urls.ts'
import { findEditedPage } from '#lib/store/sections/sections-admin.ts'
import { formWords } from '../../../../door-words.ts'

type Props = { readonly params: Promise<{ readonly id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await open(params)).page.title }
}

export default async function StaticPagePage({ params }: Props) {
  const { user, page } = await open(params)
  const words = adminWords(user.interfaceLocale)
  const { edition } = page
  return (
    <>
      <PageTitle title={page.title} text={languageName(edition.locale)}>
        <ButtonLink href={onSite(sectionPath(edition, page.slug))}>{words('sections.view')}</ButtonLink>
      </PageTitle>
      <SectionForm
        action={savePage}
        hidden={{ id: String(page.id), version: String(page.version) }}
        submit={words('sections.save')}
        words={formWords(words)}
        title={words('sections.pages.body')}
        body={page.body}
        edition={{ ...edition, language: languageName(edition.locale) }}
        locale={user.interfaceLocale}
        messages={editorMessages(user.interfaceLocale)}
        fields={[
          {
            ...{ kind: 'input', name: 'title', label: words('sections.pages.name'), value: page.title },
            ...{ maxLength: sectionLimits.name, isRequired: true },
          },
          {
            ...{ kind: 'text', name: 'description', label: words('sections.description'), value: page.description },
            ...{ hint: words('sections.descriptionHint'), maxLength: sectionLimits.description, rows: 3 },
            isRequired: true,
          },
        ]}
      />
    </>
  )
}

async function open(params: Props['params']) {
  const user = await requireUserAnywhere('page.edit')
  const id = rowId.safeParse((await params).id)
  const page = id.success ? await findEditedPage(id.data) : null
  if (!page) notFound()
  if (!may(user, 'page.edit', { editionId: page.edition.id })) forbidden()
  return { user, page }
}
