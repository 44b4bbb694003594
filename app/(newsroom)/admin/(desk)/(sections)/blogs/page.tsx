import type { Metadata } from 'next'
import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { Table } from '#components/admin/ui/table.tsx'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { listBlogs } from '#lib/store/sections/sections-admin.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUserAnywhere('blog.edit')).interfaceLocale)('sections.blogs.title') }
}

export default async function BlogsPage() {
  const user = await requireUserAnywhere('blog.edit')
  const words = adminWords(user.interfaceLocale)
  const blogs = (await listBlogs()).filter(({ id, edition }) =>
    may(user, 'blog.edit', { editionId: edition.id, blogId: id }),
  )
  return (
    <>
      <PageTitle title={words('sections.blogs.title')} text={words('sections.blogs.text')} />
      {blogs.length === 0 ? (
        <EmptyState title={words('sections.blogs.none')} text={words('sections.blogs.noneText')} />
      ) : (
        <Table
          caption={words('sections.blogs.title')}
          columns={[
            { key: 'name', title: words('sections.name') },
            { key: 'edition', title: words('sections.edition') },
            { key: 'standfirst', title: words('sections.standfirst') },
            { key: 'editor', title: words('sections.blogs.editor') },
          ]}
          rows={blogs.map(({ id, name, standfirst, editorName, edition }) => ({
            key: String(id),
            cells: {
              name: (
                <a href={`/admin/blogs/${id}`} lang={edition.locale} dir={edition.direction}>
                  {name}
                </a>
              ),
              edition: <bdi lang={edition.locale}>{languageName(edition.locale)}</bdi>,
              standfirst: (
                <span lang={edition.locale} dir={edition.direction}>
                  {standfirst}
                </span>
              ),
              editor: <bdi>{editorName ?? words('sections.blogs.noEditor')}</bdi>,
            },
          }))}
        />
      )}
    </>
  )
}
