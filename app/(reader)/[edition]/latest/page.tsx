import type { Metadata } from 'next'
import { Frame } from '#components/reader/frame/frame.tsx'
import { PageTitle } from '#components/reader/frame/page-title.tsx'
import { ArticleListView } from '#components/reader/lists/article-list.tsx'
import { JsonLd } from '#components/ui/json-ld.tsx'
import { parsePaging, type Query } from '#lib/input/paging.ts'
import { graph } from '#lib/site/jsonld/jsonld.ts'
import { collectionPage } from '#lib/site/jsonld/jsonld-pages.ts'
import { pageHead } from '#lib/site/page-head.ts'
import { siblingsEverywhere } from '#lib/site/siblings.ts'
import { latestPath, pagedPath } from '#lib/site/urls.ts'
import { listLatest } from '#lib/store/pages/lists.ts'
import { articlesPerPage } from '../lengths.ts'
import { Missing, missingHead } from '../missing.tsx'
import { findScene } from '../scene.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly edition: string }>; readonly searchParams: Promise<Query> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const scene = await findScene((await params).edition)
  if (!scene.isEdition) return missingHead(scene)
  const { chrome, place, setting } = scene
  const paging = parsePaging(await searchParams)
  return pageHead(place, {
    title: setting.words('latest.title'),
    description: setting.words('latest.description', { site: chrome.site.name }),
    path: pagedPath(latestPath(chrome.edition), paging),
    siblings: paging ? new Map() : siblingsEverywhere(chrome.editions, latestPath),
    feed: { page: latestPath(chrome.edition), title: chrome.edition.name },
  })
}

export default async function LatestRoute({ params, searchParams }: Props) {
  const scene = await findScene((await params).edition)
  if (!scene.isEdition) return <Missing scene={scene} />
  const { chrome, place, setting } = scene
  const { words } = setting
  const path = latestPath(chrome.edition)
  const paging = parsePaging(await searchParams)
  const list = await listLatest({ editionId: chrome.edition.id, paging, limit: articlesPerPage })
  const title = words('latest.title')
  const description = words('latest.description', { site: chrome.site.name })
  return (
    <Frame chrome={chrome} setting={setting} here={path} siblings={siblingsEverywhere(chrome.editions, latestPath)}>
      <main className="page" id="main" tabIndex={-1}>
        <PageTitle title={title} standfirst={description} />
        <ArticleListView list={list} path={path} hasBlogNames empty={words('lists.empty')} setting={setting} />
        <JsonLd
          data={graph(
            collectionPage(place, { name: title, description, path: pagedPath(path, paging), cards: list.items }),
          )}
        />
      </main>
    </Frame>
  )
}
