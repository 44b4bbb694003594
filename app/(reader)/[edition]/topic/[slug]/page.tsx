import type { Metadata } from 'next'
import { cache } from 'react'
import { Frame } from '#components/reader/frame/frame.tsx'
import { PageTitle } from '#components/reader/frame/page-title.tsx'
import { ArticleListView } from '#components/reader/lists/article-list.tsx'
import { JsonLd } from '#components/ui/json-ld.tsx'
import { parsePaging, type Query } from '#lib/input/paging.ts'
import { graph } from '#lib/site/jsonld/jsonld.ts'
import { collectionPage } from '#lib/site/jsonld/jsonld-pages.ts'
import { pageHead } from '#lib/site/page-head.ts'
import { siblingsOf } from '#lib/site/siblings.ts'
import { pagedPath, topicPath } from '#lib/site/urls.ts'
import { listOfTopic } from '#lib/store/pages/lists.ts'
import { findTopic } from '#lib/store/pages/topic.ts'
import { articlesPerPage } from '../../lengths.ts'
import { missingHead } from '../../missing.tsx'
import { MovedReference } from '../../moved-reference.tsx'
import { findScene } from '../../scene.ts'

export const dynamic = 'force-dynamic'

type Props = {
  readonly params: Promise<{ readonly edition: string; readonly slug: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { edition, slug } = await params
  const { scene, topic } = await load(edition, slug)
  if (!topic) return missingHead(scene)
  const paging = parsePaging(await searchParams)
  return pageHead(scene.place, {
    title: topic.name,
    description: topic.description,
    path: pagedPath(topicPath(scene.chrome.edition, slug), paging),
    siblings: paging ? new Map() : siblingsOf(scene.chrome.editions, topic.siblings, topicPath),
    feed: {
      page: topicPath(scene.chrome.edition, slug),
      title: `${topic.name} · ${scene.chrome.edition.name}`,
    },
  })
}

export default async function TopicRoute({ params, searchParams }: Props) {
  const { edition, slug } = await params
  const { scene, topic } = await load(edition, slug)
  if (!topic) return <MovedReference kind="topic" slug={slug} pathOf={topicPath} scene={scene} />
  const { chrome, place, setting } = scene
  const { words } = setting
  const path = topicPath(chrome.edition, slug)
  const paging = parsePaging(await searchParams)
  const list = await listOfTopic({ topicId: topic.id, paging, limit: articlesPerPage })
  return (
    <Frame chrome={chrome} setting={setting} here="" siblings={siblingsOf(chrome.editions, topic.siblings, topicPath)}>
      <main className="page" id="main" tabIndex={-1}>
        <PageTitle label={words('topic.label')} title={topic.name} standfirst={topic.description} />
        <ArticleListView list={list} path={path} hasBlogNames empty={words('lists.empty')} setting={setting} />
        <JsonLd data={graph(collectionPage(place, { ...topic, path: pagedPath(path, paging), cards: list.items }))} />
      </main>
    </Frame>
  )
}

const load = cache(async (editionSegment: string, slug: string) => {
  const scene = await findScene(editionSegment)
  return { scene, topic: scene.isEdition ? await findTopic({ editionId: scene.chrome.edition.id, slug }) : null }
})
