import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { FrontArranger } from '#components/admin/fronts/front-arranger.client.tsx'
import '#components/admin/pictures/pictures.css'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { findForFront, keepFront, publishFront } from '#lib/actions/sections/arrange-front.ts'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { onSite } from '#lib/env/on-site.ts'
import { frontMessages } from '#lib/i18n/admin/sections/fronts/of-locale.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { rowId } from '#lib/input/form-fields.ts'
import { homePath } from '#lib/site/urls.ts'
import { findArrangedFront } from '#lib/store/sections/fronts-admin.ts'
import { librarySetup } from '../../../library-setup.ts'

type Props = { readonly params: Promise<{ readonly id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { user, front } = await open(params)
  return { title: `${adminWords(user.interfaceLocale)('fronts.title')} · ${languageName(front.edition.locale)}` }
}

export default async function FrontPage({ params }: Props) {
  const { user, front } = await open(params)
  const words = adminWords(user.interfaceLocale)
  const { edition, version, slots } = front
  return (
    <>
      <PageTitle title={languageName(edition.locale)} text={words('fronts.text')}>
        <ButtonLink href={onSite(homePath(edition))}>{words('fronts.view')}</ButtonLink>
      </PageTitle>
      <FrontArranger
        edition={{
          ...{ id: edition.id, locale: edition.locale, direction: edition.direction },
          language: languageName(edition.locale),
        }}
        version={version}
        stored={slots}
        publish={publishFront}
        find={findForFront}
        keep={keepFront}
        library={librarySetup(user)}
        locale={user.interfaceLocale}
        messages={frontMessages(user.interfaceLocale)}
        working={words('shell.form.working')}
      />
    </>
  )
}

async function open(params: Props['params']) {
  const user = await requireUserAnywhere('front.arrange')
  const id = rowId.safeParse((await params).id)
  const front = id.success ? await findArrangedFront(id.data) : null
  if (!front) notFound()
  if (!may(user, 'front.arrange', { editionId: front.edition.id })) forbidden()
  return { user, front }
}
