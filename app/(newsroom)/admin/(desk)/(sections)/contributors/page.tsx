import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { ReferenceList } from '#components/admin/references/reference-list.tsx'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { listAt } from '../../references-at.ts'

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>> }

export async function generateMetadata(): Promise<Metadata> {
  const user = await requireUserAnywhere('contributor.edit')
  return { title: adminWords(user.interfaceLocale)('references.contributors.title') }
}

export default async function ContributorsPage({ searchParams }: Props) {
  const user = await requireUserAnywhere('contributor.edit')
  const words = adminWords(user.interfaceLocale)
  const list = await listAt('contributor', user, await searchParams)
  if (!list) forbidden()
  return (
    <>
      <PageTitle title={words('references.contributors.title')} text={words('references.contributors.text')}>
        <ButtonLink href={`/admin/contributors/new?edition=${list.edition.id}`} kind="primary">
          {words('references.contributors.new')}
        </ButtonLink>
      </PageTitle>
      <ReferenceList area="contributors" {...list} words={words} />
    </>
  )
}
