import type { Metadata } from 'next'
import { Frame } from '#components/reader/frame/frame.tsx'
import { PageTitle } from '#components/reader/frame/page-title.tsx'
import { ArticleListView } from '#components/reader/lists/article-list.tsx'
import { JsonLd } from '#components/ui/json-ld.tsx'
import { formatOf } from '#lib/i18n/format.ts'
import { parseMonth } from '#lib/input/month.ts'
import { parsePaging, type Query } from '#lib/input/paging.ts'
import { graph } from '#lib/site/jsonld/jsonld.ts'
import { collectionPage } from '#lib/site/jsonld/jsonld-pages.ts'
import { pageHead } from '#lib/site/page-head.ts'
import { siblingsOf } from '#lib/site/siblings.ts'
import { blogArchivePath, pagedPath, sectionPath } from '#lib/site/urls.ts'
import { listOfMonth } from '#lib/store/pages/lists.ts'
import { articlesPerPage } from '../../../lengths.ts'
import { Missing, missingHead } from '../../../missing.tsx'
import { findBlogAt } from '../blog-at.ts'

export const dynamic = 'force-dynamic'

type Props = {
  readonly params: Promise<{ readonly edition: string; readonly section: string; readonly month: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { edition, section, month: segment } = await params
  const { scene, blog } = await findBlogAt(edition, section)
  const month = parseMonth(segment)
  if (!blog || !month) return missingHead(scene)
  const { chrome, place, setting } = scene
  return pageHead(place, {
    title: setting.words('archive.monthOf', { month: formatOf(chrome.edition).month(month), name: blog.name }),
    description: blog.description,
    path: pagedPath(blogArchivePath(chrome.edition, blog.slug, month), parsePaging(await searchParams)),
    siblings: new Map(),
    feed: { page: sectionPath(chrome.edition, blog.slug), title: `${blog.name} · ${chrome.edition.name}` },
  })
}

export default async function BlogMonthRoute({ params, searchParams }: Props) {
  const { edition: segment, section, month: monthName } = await params
  const { scene, blog } = await findBlogAt(segment, section)
  const month = parseMonth(monthName)
  if (!blog || !month) return <Missing scene={scene} />
  const { chrome, place, setting } = scene
  const { edition } = chrome
  const { words } = setting
  const path = blogArchivePath(edition, blog.slug, month)
  const title = formatOf(edition).month(month)
  const paging = parsePaging(await searchParams)
  const list = await listOfMonth({
    editionId: edition.id,
    blogId: blog.id,
    month,
    timeZone: edition.timeZone,
    paging,
    limit: articlesPerPage,
  })
  return (
    <Frame
      chrome={chrome}
      setting={setting}
      here={sectionPath(edition, blog.slug)}
      siblings={siblingsOf(chrome.editions, blog.siblings, sectionPath)}
    >
      <main className="page" id="main" tabIndex={-1}>
        <PageTitle
          label={{ text: words('archive.of', { name: blog.name }), path: blogArchivePath(edition, blog.slug) }}
          title={title}
        />
        <ArticleListView
          list={list}
          path={path}
          hasBlogNames={false}
          empty={words('archive.empty')}
          setting={setting}
        />
        <JsonLd
          data={graph(
            collectionPage(place, {
              name: words('archive.monthOf', { month: title, name: blog.name }),
              description: blog.description,
              path: pagedPath(path, paging),
              cards: list.items,
            }),
          )}
        />
      </main>
    </Frame>
  )
}
