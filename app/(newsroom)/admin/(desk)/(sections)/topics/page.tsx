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
  const user = await requireUserAnywhere('topic.edit')
  return { title: adminWords(user.interfaceLocale)('references.topics.title') }
}

export default async function TopicsPage({ searchParams }: Props) {
  const user = await requireUserAnywhere('topic.edit')
  const words = adminWords(user.interfaceLocale)
  const list = await listAt('topic', user, await searchParams)
  if (!list) forbidden()
  return (
    <>
      <PageTitle title={words('references.topics.title')} text={words('references.topics.text')}>
        <ButtonLink href={`/admin/topics/new?edition=${list.edition.id}`} kind="primary">
          {words('references.topics.new')}
        </ButtonLink>
      </PageTitle>
      <ReferenceList area="topics" {...list} words={words} />
    </>
  )
}
