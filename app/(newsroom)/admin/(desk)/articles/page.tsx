import type { Metadata } from 'next'
import { ArticleTable } from '#components/admin/desk/article-table.tsx'
import { BulkBar } from '#components/admin/desk/bulk-bar.client.tsx'
import { FilterForm } from '#components/admin/desk/filter-form.tsx'
import { ListState } from '#components/admin/desk/list-state.client.tsx'
import { SavedFilters } from '#components/admin/desk/saved-filters.tsx'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { Notice } from '#components/admin/ui/notice.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { removeFilter, renameFilter, saveFilter } from '#lib/actions/finding/saved-filters.ts'
import { requireSignedIn } from '#lib/auth/session.ts'
import type { ArticleFilter } from '#lib/domain/lists/article-line.ts'
import type { Cursor } from '#lib/domain/lists/listing.ts'
import { may, mayAnywhere } from '#lib/domain/people/permissions.ts'
import { placesOf } from '#lib/domain/people/places.ts'
import { bulkActs, bulkPermission } from '#lib/domain/publishing/bulk.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { filterFields, parseArticleFilter } from '#lib/input/articles/article-filter.ts'
import { cleanQuery } from '#lib/input/articles/saved-filter-form.ts'
import { one, parsePaging } from '#lib/input/paging.ts'
import { cursorText } from '#lib/site/urls.ts'
import { findEditionChoices, listPlaces } from '#lib/store/articles/desk/editor-lookups.ts'
import { listAuthors, listNewsroomArticles } from '#lib/store/articles/desk/newsroom-lists.ts'
import { listDesks } from '#lib/store/desks/desks-admin.ts'
import { listSavedFilters } from '#lib/store/finding/saved-filters.ts'

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
  const now = new Date()
  const [page, choices, filters] = await Promise.all([
    listNewsroomArticles(filter, placesOf(user, 'article.create'), parsePaging(query), now),
    findChoices(filter),
    listSavedFilters(user.id),
  ])
  const kept = cleanQuery(addressOf(query).toString())
  const removed = one(query.removed)
  const acts = bulkActs.filter((act) => mayAnywhere(user, bulkPermission[act]))
  const to = (side: 'before' | 'after', cursor: Cursor) => `/admin/articles?${addressOf(query, [side, cursor])}`
  return (
    <>
      <PageTitle title={words('desk.list.title')} text={words('desk.list.text')}>
        {mayAnywhere(user, 'article.create') && (
          <ButtonLink href="/admin/articles/new" kind="primary">
            {words('shell.newArticle')}
          </ButtonLink>
        )}
      </PageTitle>
      {removed && (
        <Notice>
          <p>{words('finding.filters.removed', { name: removed })}</p>
        </Notice>
      )}
      <SavedFilters
        filters={filters}
        query={kept}
        removed={removed}
        mayShare={may(user, 'article.review')}
        actions={{ save: saveFilter, rename: renameFilter, remove: removeFilter }}
        words={words}
      />
      <ListState loading={words('shell.form.working')}>
        <FilterForm filter={filter} choices={choices} words={words} />
        {page.items.length === 0 ? (
          <EmptyState
            title={words(kept ? 'desk.list.none' : 'desk.list.empty')}
            text={words(kept ? 'desk.list.noneText' : 'desk.list.emptyText')}
          />
        ) : (
          <>
            <ArticleTable
              caption={words('desk.list.title')}
              lines={page.items}
              words={words}
              locale={user.interfaceLocale}
              now={now}
              selectFor="bulk"
            />
            {acts.length > 0 && (
              <BulkBar
                id="bulk"
                acts={acts.map((act) => ({ value: act, label: words(`bulk.acts.${act}`) }))}
                back={addressOf(query).toString()}
                words={{
                  ...{ bar: words('bulk.bar'), selectPage: words('bulk.selectPage'), clear: words('bulk.clear') },
                  ...{ act: words('bulk.act'), chooseAct: words('bulk.chooseAct'), go: words('bulk.go') },
                  hint: words('bulk.hint'),
                  selected: [...Array(page.items.length + 1).keys()].map((count) => words('bulk.selected', { count })),
                }}
              />
            )}
          </>
        )}
        <nav className="row" aria-label={words('desk.list.paging')}>
          {page.newer && <ButtonLink href={to('after', page.newer)}>{words('desk.list.newer')}</ButtonLink>}
          {page.older && <ButtonLink href={to('before', page.older)}>{words('desk.list.older')}</ButtonLink>}
        </nav>
      </ListState>
    </>
  )
}

/** Blogs and topics of the chosen edition; without one the blogs of all, named by their edition. */
async function findChoices({ editionId, blogId }: ArticleFilter) {
  const option = ({ id, name }: { readonly id: number | string; readonly name: string }) => ({
    value: String(id),
    label: name,
  })
  const [places, chosen, authors, desks] = await Promise.all([
    listPlaces(null),
    editionId === null ? null : findEditionChoices(editionId),
    listAuthors(),
    listDesks(),
  ])
  const stages = desks
    .filter((desk) => editionId === null || desk.editionId === editionId)
    .filter((desk) => blogId === null || desk.blogId === null || desk.blogId === blogId)
    .flatMap(({ locale, blogName, own }) => {
      const of = [editionId === null ? languageName(locale) : null, blogName].filter((part) => part !== null)
      return own.map(({ id, name }) => option({ id, name: [...of, name].join(' · ') }))
    })
  const allBlogs = places.flatMap(({ locale, blogs }) =>
    blogs.map((blog) => ({ value: String(blog.id), label: `${languageName(locale)} · ${blog.name}` })),
  )
  return {
    // Editions of one house often have one name: what tells them apart is their language.
    editions: places.map(({ id, locale }) => option({ id, name: languageName(locale) })),
    blogs: chosen ? chosen.blogs.map(option) : allBlogs,
    topics: chosen ? chosen.topics.map(option) : [],
    stages,
    authors: authors.map(option),
  }
}

/** The same filters, on the other side of a place in the list or at its beginning. */
function addressOf(query: Query, place?: readonly ['before' | 'after', Cursor]): URLSearchParams {
  const kept = new URLSearchParams()
  for (const name of filterFields) {
    const value = query[name]
    if (typeof value === 'string' && value) kept.set(name, value)
  }
  if (place) kept.set(place[0], cursorText(place[1]))
  return kept
}
