import type { Metadata } from 'next'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { Table } from '#components/admin/ui/table.tsx'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { listDesks } from '#lib/store/desks/desks-admin.ts'
import { addressOf, mayEditStages, stageNames } from './desk-at.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUserAnywhere('stage.edit')).interfaceLocale)('stages.title') }
}

export default async function StagesPage() {
  const user = await requireUserAnywhere('stage.edit')
  const words = adminWords(user.interfaceLocale)
  const desks = (await listDesks()).filter((desk) => mayEditStages(user, desk))
  return (
    <>
      <PageTitle title={words('stages.title')} text={words('stages.text')} />
      <Table
        caption={words('stages.desks')}
        columns={[
          { key: 'desk', title: words('stages.desk') },
          { key: 'edition', title: words('stages.edition') },
          { key: 'stages', title: words('stages.has') },
        ]}
        rows={desks.map((desk) => ({
          key: addressOf(desk),
          cells: {
            desk: (
              <a href={addressOf(desk)} lang={desk.locale} dir={desk.direction}>
                {desk.blogName ?? languageName(desk.locale)}
              </a>
            ),
            edition: <bdi lang={desk.locale}>{languageName(desk.locale)}</bdi>,
            stages:
              desk.blogId !== null && desk.own.length === 0
                ? words('stages.ofEdition')
                : stageNames(desk.own, words).map((name, place) => (
                    <span key={name}>
                      {place > 0 && ' · '}
                      <bdi>{name}</bdi>
                    </span>
                  )),
          },
        }))}
      />
    </>
  )
}
