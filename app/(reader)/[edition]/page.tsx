import type { Metadata } from 'next'
import { cache } from 'react'
import { Frame } from '#components/reader/frame/frame.tsx'
import { FrontPage } from '#components/reader/front/front-page.tsx'
import { JsonLd } from '#components/ui/json-ld.tsx'
import { graph, newsOrganization } from '#lib/site/jsonld/jsonld.ts'
import { collectionPage, webSite } from '#lib/site/jsonld/jsonld-pages.ts'
import { pageHead } from '#lib/site/page-head.ts'
import { siblingsEverywhere } from '#lib/site/siblings.ts'
import { homePath, latestPath } from '#lib/site/urls.ts'
import { findFront } from '#lib/store/pages/front.ts'
import { Missing, missingHead } from './missing.tsx'
import { findScene } from './scene.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly edition: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { scene, front } = await load((await params).edition)
  if (!front) return missingHead(scene)
  const { chrome, place, setting } = scene
  return pageHead(place, {
    title: null,
    description: chrome.edition.description,
    path: homePath(chrome.edition),
    siblings: siblingsEverywhere(chrome.editions, homePath),
    picture: front.slots[0]?.picture ?? null,
    feed: { page: latestPath(chrome.edition), title: chrome.edition.name },
    ...(chrome.editions.length > 1 && { siteFeed: setting.words('feeds.ofSite', { name: chrome.site.name }) }),
  })
}

export default async function FrontRoute({ params }: Props) {
  const { scene, front } = await load((await params).edition)
  if (!front) return <Missing scene={scene} />
  const { chrome, place, setting } = scene
  const { edition } = chrome
  const { name, description } = edition
  const path = homePath(edition)
  return (
    <Frame chrome={chrome} setting={setting} here={path} siblings={siblingsEverywhere(chrome.editions, homePath)}>
      <FrontPage edition={edition} slots={front.slots} latestByBlog={front.latestByBlog} setting={setting} />
      <JsonLd
        data={graph(
          webSite(place),
          newsOrganization(place),
          collectionPage(place, { name, description, path, cards: front.slots }),
        )}
      />
    </Frame>
  )
}

const load = cache(async (editionSegment: string) => {
  const scene = await findScene(editionSegment)
  return { scene, front: scene.isEdition ? await findFront(scene.chrome.edition.id) : null }
})
