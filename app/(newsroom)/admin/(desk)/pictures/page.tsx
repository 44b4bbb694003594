import type { Metadata } from 'next'
import { LibraryFilterForm, libraryAddress } from '#components/admin/pictures/library-filter.tsx'
import { PictureGrid } from '#components/admin/pictures/picture-grid.tsx'
import '#components/admin/pictures/pictures.css'
import { UploadPanel } from '#components/admin/pictures/upload-panel.client.tsx'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { requireUser } from '#lib/auth/session.ts'
import { picturesMessages } from '#lib/i18n/admin/pictures/of-locale.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { parsePaging, type Query } from '#lib/input/paging.ts'
import { parseLibraryFilter } from '#lib/input/picture-forms.ts'
import { mostBytes } from '#lib/media/renditions/originals.ts'
import { cursorText } from '#lib/site/urls.ts'
import { listLibrary, listTextLocales } from '#lib/store/media/media-library.ts'

type Props = { readonly searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUser('media.upload')).interfaceLocale)('pictures.title') }
}

export default async function PicturesPage({ searchParams }: Props) {
  const user = await requireUser('media.upload')
  const words = adminWords(user.interfaceLocale)
  const query = await searchParams
  const filter = parseLibraryFilter(query)
  const now = new Date()
  const [page, editions] = await Promise.all([listLibrary(filter, parsePaging(query), now), listTextLocales()])
  const locales = editions.map(({ locale }) => locale)
  const isAsked = Object.values(filter).some((value) => value !== null)
  return (
    <>
      <PageTitle title={words('pictures.title')} text={words('pictures.text')} />
      <div className="stack">
        <UploadPanel
          userId={user.id}
          locale={user.interfaceLocale}
          messages={picturesMessages(user.interfaceLocale)}
          mostMegabytes={Math.round(mostBytes / 1_048_576)}
        />
        <LibraryFilterForm query={query} locales={locales} words={words} />
        {page.items.length === 0 ? (
          <EmptyState
            title={words(isAsked ? 'pictures.list.notFound' : 'pictures.list.none')}
            text={words(isAsked ? 'pictures.list.notFoundText' : 'pictures.list.noneText')}
          />
        ) : (
          <PictureGrid pictures={page.items} locales={locales} locale={user.interfaceLocale} words={words} now={now} />
        )}
        <nav className="row" aria-label={words('pictures.list.pages')}>
          {page.newer && (
            <ButtonLink href={libraryAddress(query, 'after', cursorText(page.newer))}>
              {words('pictures.list.newer')}
            </ButtonLink>
          )}
          {page.older && (
            <ButtonLink href={libraryAddress(query, 'before', cursorText(page.older))}>
              {words('pictures.list.older')}
            </ButtonLink>
          )}
        </nav>
      </div>
    </>
  )
}
