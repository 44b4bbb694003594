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
import { siblingsEverywhere } from '#lib/site/siblings.ts'
import { archivePath, pagedPath } from '#lib/site/urls.ts'
import { listOfMonth } from '#lib/store/pages/lists.ts'
import { articlesPerPage } from '../../lengths.ts'
import { Missing, missingHead } from '../../missing.tsx'
import { findScene } from '../../scene.ts'

export const dynamic = 'force-dynamic'

type Props = {
  readonly params: Promise<{ readonly edition: string; readonly month: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { edition, month: segment } = await params
  const scene = await findScene(edition)
  const month = parseMonth(segment)
  if (!scene.isEdition || !month) return missingHead(scene)
  const { chrome, place, setting } = scene
  const name = formatOf(chrome.edition).month(month)
  return pageHead(place, {
    title: name,
    description: setting.words('archive.description', { site: chrome.site.name }),
    path: pagedPath(archivePath(chrome.edition, month), parsePaging(await searchParams)),
    siblings: new Map(),
  })
}

export default async function MonthRoute({ params, searchParams }: Props) {
  const { edition: segment, month: monthName } = await params
  const scene = await findScene(segment)
  const month = parseMonth(monthName)
  if (!scene.isEdition || !month) return <Missing scene={scene} />
  const { chrome, place, setting } = scene
  const { edition } = chrome
  const { words } = setting
  const path = archivePath(edition, month)
  const title = formatOf(edition).month(month)
  const paging = parsePaging(await searchParams)
  const list = await listOfMonth({
    editionId: edition.id,
    blogId: null,
    month,
    timeZone: edition.timeZone,
    paging,
    limit: articlesPerPage,
  })
  return (
    <Frame
      chrome={chrome}
      setting={setting}
      here={archivePath(edition)}
      siblings={siblingsEverywhere(chrome.editions, archivePath)}
    >
      <main className="page" id="main" tabIndex={-1}>
        <PageTitle label={{ text: words('archive.title'), path: archivePath(edition) }} title={title} />
        <ArticleListView list={list} path={path} hasBlogNames empty={words('archive.empty')} setting={setting} />
        <JsonLd
          data={graph(
            collectionPage(place, {
              name: title,
              description: words('archive.description', { site: chrome.site.name }),
              path: pagedPath(path, paging),
              cards: list.items,
            }),
          )}
        />
      </main>
    </Frame>
  )
}
