import type { Metadata } from 'next'
import { ArticleTable } from '#components/admin/desk/article-table.tsx'
import { FilterForm } from '#components/admin/desk/filter-form.tsx'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { requireSignedIn } from '#lib/auth/session.ts'
import type { ArticleFilter } from '#lib/domain/lists/article-line.ts'
import type { Cursor } from '#lib/domain/lists/listing.ts'
import { mayAnywhere } from '#lib/domain/people/permissions.ts'
import { placesOf } from '#lib/domain/text/places.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { filterFields, parseArticleFilter } from '#lib/input/articles/article-filter.ts'
import { parsePaging } from '#lib/input/paging.ts'
import { cursorText } from '#lib/site/urls.ts'
import { findEditionChoices, listPlaces } from '#lib/store/articles/editor-lookups.ts'
import { listAuthors, listNewsroomArticles } from '#lib/store/articles/newsroom-lists.ts'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>
type Props = { readonly searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireSignedIn()).interfaceLocale)('desk.list.title') }
}

export default async function ArticlesPage({ searchParams }: Props) {
  const user = await requireSignedIn()
  const words = adminWords(user.interfaceLocale)
  const query = await searchParams
  const filter = parseArticleFilter(query)
  const [page, choices] = await Promise.all([
    listNewsroomArticles(filter, placesOf(user, 'article.create'), parsePaging(query)),
    findChoices(filter),
  ])
  const to = (side: 'before' | 'after', cursor: Cursor) => `/admin/articles?${addressOf(query, side, cursor)}`
  return (
    <>
      <PageTitle title={words('desk.list.title')} text={words('desk.list.text')}>
        {mayAnywhere(user, 'article.create') && (
          <ButtonLink href="/admin/articles/new" kind="primary">
            {words('shell.newArticle')}
          </ButtonLink>
        )}
      </PageTitle>
      <div className="stack">
        <FilterForm filter={filter} choices={choices} words={words} />
        {page.items.length === 0 ? (
          <EmptyState title={words('desk.list.none')} text={words('desk.list.noneText')} />
        ) : (
          <ArticleTable
            caption={words('desk.list.title')}
            lines={page.items}
            words={words}
            locale={user.interfaceLocale}
          />
        )}
        <nav className="row" aria-label={words('desk.list.paging')}>
          {page.newer && <ButtonLink href={to('after', page.newer)}>{words('desk.list.newer')}</ButtonLink>}
          {page.older && <ButtonLink href={to('before', page.older)}>{words('desk.list.older')}</ButtonLink>}
        </nav>
      </div>
    </>
  )
}

/** Blogs and topics of the chosen edition; without one the blogs of all, named by their edition. */
async function findChoices({ editionId }: ArticleFilter) {
  const option = ({ id, name }: { readonly id: number | string; readonly name: string }) => ({
    value: String(id),
    label: name,
  })
  const [places, chosen, authors] = await Promise.all([
    listPlaces(null),
    editionId === null ? null : findEditionChoices(editionId),
    listAuthors(),
  ])
  const allBlogs = places.flatMap(({ locale, blogs }) =>
    blogs.map((blog) => ({ value: String(blog.id), label: `${languageName(locale)} · ${blog.name}` })),
  )
  return {
    // Editions of one house often have one name: what tells them apart is their language.
    editions: places.map(({ id, locale }) => option({ id, name: languageName(locale) })),
    blogs: chosen ? chosen.blogs.map(option) : allBlogs,
    topics: chosen ? chosen.topics.map(option) : [],
    authors: authors.map(option),
  }
}

/** The same filters, on the other side of a place in the list. */
function addressOf(query: Query, side: 'before' | 'after', cursor: Cursor): URLSearchParams {
  const kept = new URLSearchParams()
  for (const name of filterFields) {
    const value = query[name]
    if (typeof value === 'string' && value) kept.set(name, value)
  }
  kept.set(side, cursorText(cursor))
  return kept
}
