import type { Metadata } from 'next'
import { cache } from 'react'
import { Frame } from '#components/reader/frame/frame.tsx'
import { PageTitle } from '#components/reader/frame/page-title.tsx'
import { ArticleListView } from '#components/reader/lists/article-list.tsx'
import { ContributorFacts } from '#components/reader/lists/contributor-facts.tsx'
import { JsonLd } from '#components/ui/json-ld.tsx'
import { parsePaging, type Query } from '#lib/input/paging.ts'
import { graph } from '#lib/site/jsonld/jsonld.ts'
import { profilePage } from '#lib/site/jsonld/jsonld-pages.ts'
import { pageHead } from '#lib/site/page-head.ts'
import { siblingsOf } from '#lib/site/siblings.ts'
import { contributorPath, pagedPath } from '#lib/site/urls.ts'
import { findContributor } from '#lib/store/pages/contributor.ts'
import { listOfContributor } from '#lib/store/pages/lists.ts'
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
  const { scene, contributor } = await load(edition, slug)
  if (!contributor) return missingHead(scene)
  const paging = parsePaging(await searchParams)
  return pageHead(scene.place, {
    title: contributor.name,
    description: contributor.bio,
    path: pagedPath(contributorPath(scene.chrome.edition, slug), paging),
    siblings: paging ? new Map() : siblingsOf(scene.chrome.editions, contributor.siblings, contributorPath),
    feed: {
      page: contributorPath(scene.chrome.edition, slug),
      title: `${contributor.name} · ${scene.chrome.edition.name}`,
    },
  })
}

export default async function ContributorRoute({ params, searchParams }: Props) {
  const { edition, slug } = await params
  const { scene, contributor } = await load(edition, slug)
  if (!contributor) return <MovedReference kind="contributor" slug={slug} pathOf={contributorPath} scene={scene} />
  const { chrome, place, setting } = scene
  const { words } = setting
  const path = contributorPath(chrome.edition, slug)
  const paging = parsePaging(await searchParams)
  const list = await listOfContributor({ contributorId: contributor.id, paging, limit: articlesPerPage })
  return (
    <Frame
      chrome={chrome}
      setting={setting}
      here=""
      siblings={siblingsOf(chrome.editions, contributor.siblings, contributorPath)}
    >
      <main className="page" id="main" tabIndex={-1}>
        <PageTitle label={contributor.role} title={contributor.name} standfirst={contributor.bio} />
        <ContributorFacts contributor={contributor} setting={setting} />
        <h2 className="ruled">{words('contributor.articles')}</h2>
        <ArticleListView list={list} path={path} hasBlogNames empty={words('lists.empty')} setting={setting} />
        <JsonLd data={graph(profilePage(place, contributor))} />
      </main>
    </Frame>
  )
}

const load = cache(async (editionSegment: string, slug: string) => {
  const scene = await findScene(editionSegment)
  const contributor = scene.isEdition ? await findContributor({ editionId: scene.chrome.edition.id, slug }) : null
  return { scene, contributor }
})
