import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { SectionForm } from '#components/admin/sections/section-form.client.tsx'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { saveBlog } from '#lib/actions/sections/change-blog.ts'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { onSite } from '#lib/env/on-site.ts'
import { editorMessages } from '#lib/i18n/admin/editor/of-locale.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { rowId } from '#lib/input/form-fields.ts'
import { sectionLimits } from '#lib/input/sections/section-forms.ts'
import { sectionPath } from '#lib/site/urls.ts'
import { findEditionChoices } from '#lib/store/articles/desk/editor-lookups.ts'
import { findEditedBlog } from '#lib/store/sections/sections-admin.ts'
import { formWords } from '../../../../door-words.ts'

type Props = { readonly params: Promise<{ readonly id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await open(params)).blog.name }
}

export default async function BlogPage({ params }: Props) {
  const { user, blog } = await open(params)
  const words = adminWords(user.interfaceLocale)
  const { edition } = blog
  const { contributors } = await findEditionChoices(edition.id)
  const line = { kind: 'input', isRequired: true } as const
  return (
    <>
      <PageTitle title={blog.name} text={languageName(edition.locale)}>
        {may(user, 'stage.edit', { editionId: edition.id, blogId: blog.id }) && (
          <ButtonLink href={`/admin/stages/blog-${blog.id}`}>{words('stages.view')}</ButtonLink>
        )}
        <ButtonLink href={onSite(sectionPath(edition, blog.slug))}>{words('sections.view')}</ButtonLink>
      </PageTitle>
      <SectionForm
        action={saveBlog}
        hidden={{ id: String(blog.id), seenAt: blog.changedAt.toISOString() }}
        submit={words('sections.save')}
        words={formWords(words)}
        title={words('sections.blogs.about')}
        hint={words('sections.blogs.aboutHint')}
        body={blog.about}
        edition={{ ...edition, language: languageName(edition.locale) }}
        locale={user.interfaceLocale}
        messages={editorMessages(user.interfaceLocale)}
        fields={[
          { ...line, name: 'name', label: words('sections.name'), value: blog.name, maxLength: sectionLimits.name },
          {
            ...{ kind: 'text', name: 'standfirst', label: words('sections.standfirst'), value: blog.standfirst },
            ...{ hint: words('sections.standfirstHint'), maxLength: sectionLimits.standfirst, rows: 2 },
            isRequired: true,
          },
          {
            ...{ kind: 'text', name: 'description', label: words('sections.description'), value: blog.description },
            ...{ hint: words('sections.descriptionHint'), maxLength: sectionLimits.description, rows: 3 },
            isRequired: true,
          },
          {
            ...{ kind: 'select', name: 'editorId', label: words('sections.blogs.editor') },
            value: String(blog.editorId ?? ''),
            options: [
              { value: '', label: words('sections.blogs.noEditor') },
              ...contributors.map(({ id, name }) => ({ value: String(id), label: name })),
            ],
          },
        ]}
      />
    </>
  )
}

async function open(params: Props['params']) {
  const user = await requireUserAnywhere('blog.edit')
  const id = rowId.safeParse((await params).id)
  const blog = id.success ? await findEditedBlog(id.data) : null
  if (!blog) notFound()
  if (!may(user, 'blog.edit', { editionId: blog.edition.id, blogId: blog.id })) forbidden()
  return { user, blog }
}
