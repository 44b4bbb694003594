import type { Metadata } from 'next'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { Table } from '#components/admin/ui/table.tsx'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { listAllEditions } from '#lib/store/site/editions-admin.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUserAnywhere('edition.edit')).interfaceLocale)('site.editions.title') }
}

export default async function EditionsPage() {
  const user = await requireUserAnywhere('edition.edit')
  const words = adminWords(user.interfaceLocale)
  const editions = (await listAllEditions()).filter(({ id }) => may(user, 'edition.edit', { editionId: id }))
  return (
    <>
      <PageTitle title={words('site.editions.title')} text={words('site.editions.text')}>
        {may(user, 'edition.edit') && (
          <ButtonLink href="/admin/editions/new" kind="primary">
            {words('site.editions.new')}
          </ButtonLink>
        )}
      </PageTitle>
      <Table
        caption={words('site.editions.title')}
        columns={[
          { key: 'language', title: words('site.editions.language') },
          { key: 'name', title: words('site.editions.name') },
          { key: 'prefix', title: words('site.editions.prefix') },
          { key: 'state', title: words('site.editions.state') },
          { key: 'published', title: words('site.editions.published'), isNumber: true },
        ]}
        rows={editions.map(({ id, key, locale, direction, name, isDefault, isOff, publishedCount }) => ({
          key: String(id),
          cells: {
            language: (
              <a href={`/admin/editions/${id}`} lang={locale} dir={direction}>
                {languageName(locale)}
              </a>
            ),
            name: <bdi lang={locale}>{name}</bdi>,
            prefix: isDefault ? words('site.editions.isDefault') : <bdi>/{key}</bdi>,
            state: words(isOff ? 'site.editions.off' : 'site.editions.on'),
            published: publishedCount,
          },
        }))}
      />
    </>
  )
}
