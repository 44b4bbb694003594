import type { Metadata } from 'next'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { Notice } from '#components/admin/ui/notice.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { createDraft } from '#lib/actions/articles/create-article.ts'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { editorWordsOf } from '#lib/i18n/admin/editor/of-locale.ts'
import { languageName } from '#lib/i18n/format.ts'
import { draftLimits } from '#lib/input/articles/article-draft.ts'
import { listPlaces } from '#lib/store/articles/desk/editor-lookups.ts'

export async function generateMetadata(): Promise<Metadata> {
  const user = await requireUserAnywhere('article.create')
  return { title: editorWordsOf(user.interfaceLocale)('create.title') }
}

export default async function NewArticlePage() {
  const user = await requireUserAnywhere('article.create')
  const words = editorWordsOf(user.interfaceLocale)
  const options = (await listPlaces(null)).flatMap((edition) =>
    edition.blogs
      .filter(({ id }) => may(user, 'article.create', { editionId: edition.id, blogId: id }))
      .map(({ id, name }) => ({ value: String(id), label: `${languageName(edition.locale)} · ${name}` })),
  )
  return (
    <>
      <PageTitle title={words('create.title')} text={words('create.text')} />
      {options.length === 0 ? (
        <Notice>{words('create.none')}</Notice>
      ) : (
        <ActionForm
          action={createDraft}
          fields={[
            { kind: 'select', name: 'blogId', label: words('create.place'), options },
            {
              ...{
                kind: 'input',
                name: 'headline',
                label: words('create.headline'),
                hint: words('create.headlineHint'),
              },
              ...{ isRequired: true, maxLength: draftLimits.headline },
            },
          ]}
          submit={words('create.submit')}
          words={{ working: words('create.working'), problems: words('create.problems') }}
        />
      )}
    </>
  )
}
