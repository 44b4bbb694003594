import type { Metadata } from 'next'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { Table } from '#components/admin/ui/table.tsx'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { formatOf, languageName } from '#lib/i18n/format.ts'
import { listFronts } from '#lib/store/sections/fronts-admin.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUserAnywhere('front.arrange')).interfaceLocale)('fronts.title') }
}

export default async function FrontsPage() {
  const user = await requireUserAnywhere('front.arrange')
  const words = adminWords(user.interfaceLocale)
  const fronts = (await listFronts()).filter(({ edition }) => may(user, 'front.arrange', { editionId: edition.id }))
  return (
    <>
      <PageTitle title={words('fronts.title')} text={words('fronts.text')} />
      <Table
        caption={words('fronts.title')}
        columns={[
          { key: 'edition', title: words('fronts.edition') },
          { key: 'count', title: words('fronts.count'), isNumber: true },
          { key: 'changed', title: words('fronts.changed') },
        ]}
        rows={fronts.map(({ edition, slots, changedAt }) => {
          const { id, locale, timeZone } = edition
          const moment = formatOf({ locale: user.interfaceLocale, timeZone }).dateTimeZone
          return {
            key: String(id),
            cells: {
              edition: (
                <a href={`/admin/fronts/${id}`} lang={locale}>
                  <bdi>{languageName(locale)}</bdi>
                </a>
              ),
              count: new Intl.NumberFormat(user.interfaceLocale).format(slots),
              changed: changedAt ? moment(changedAt) : words('fronts.never'),
            },
          }
        })}
      />
    </>
  )
}
