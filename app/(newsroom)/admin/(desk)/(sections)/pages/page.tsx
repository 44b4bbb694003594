import type { Metadata } from 'next'
import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { Table } from '#components/admin/ui/table.tsx'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { sectionPath } from '#lib/site/urls.ts'
import { listPages } from '#lib/store/sections/sections-admin.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUserAnywhere('page.edit')).interfaceLocale)('sections.pages.title') }
}

export default async function PagesPage() {
  const user = await requireUserAnywhere('page.edit')
  const words = adminWords(user.interfaceLocale)
  const pages = (await listPages()).filter(({ edition }) => may(user, 'page.edit', { editionId: edition.id }))
  return (
    <>
      <PageTitle title={words('sections.pages.title')} text={words('sections.pages.text')} />
      {pages.length === 0 ? (
        <EmptyState title={words('sections.pages.none')} text={words('sections.pages.noneText')} />
      ) : (
        <Table
          caption={words('sections.pages.title')}
          columns={[
            { key: 'title', title: words('sections.pages.name') },
            { key: 'edition', title: words('sections.edition') },
            { key: 'address', title: words('sections.pages.address') },
          ]}
          rows={pages.map(({ id, title, slug, edition }) => ({
            key: String(id),
            cells: {
              title: (
                <a href={`/admin/pages/${id}`} lang={edition.locale} dir={edition.direction}>
                  {title}
                </a>
              ),
              edition: <bdi lang={edition.locale}>{languageName(edition.locale)}</bdi>,
              address: <bdi dir="ltr">{sectionPath(edition, slug)}</bdi>,
            },
          }))}
        />
      )}
    </>
  )
}
