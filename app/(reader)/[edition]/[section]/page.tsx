import type { Metadata } from 'next'
import { cache } from 'react'
import { setReply } from '#lib/env/slot.ts'
import { parsePaging, type Query } from '#lib/input/paging.ts'
import { pageHead } from '#lib/site/page-head.ts'
import { siblingsOf } from '#lib/site/siblings.ts'
import { pagedPath, sectionPath } from '#lib/site/urls.ts'
import { findSectionAt } from '#lib/store/pages/section-at.ts'
import { missingHead } from '../missing.tsx'
import { OldAddress, oldPath } from '../old-address.tsx'
import { findScene } from '../scene.ts'
import { BlogSection } from './blog-section.tsx'
import { PageSection } from './page-section.tsx'

export const dynamic = 'force-dynamic'

type Props = {
  readonly params: Promise<{ readonly edition: string; readonly section: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { edition, section } = await params
  const { scene, at } = await load(edition, section)
  const { chrome, place } = scene
  const paging = parsePaging(await searchParams)
  const path = pagedPath(sectionPath(chrome.edition, section), paging)
  switch (at.kind) {
    case 'blog':
      return pageHead(place, {
        title: at.blog.name,
        description: at.blog.description,
        path,
        siblings: paging ? new Map() : siblingsOf(chrome.editions, at.blog.siblings, sectionPath),
        feed: {
          page: sectionPath(chrome.edition, section),
          title: `${at.blog.name} · ${chrome.edition.name}`,
        },
      })
    case 'page':
      return pageHead(place, {
        title: at.page.title,
        description: at.page.description,
        path: sectionPath(chrome.edition, section),
        siblings: siblingsOf(chrome.editions, at.page.siblings, sectionPath),
      })
    default:
      return missingHead(scene)
  }
}

export default async function SectionRoute({ params, searchParams }: Props) {
  const { edition, section } = await params
  const { scene, at } = await load(edition, section)
  switch (at.kind) {
    case 'blog':
      return <BlogSection blog={at.blog} paging={parsePaging(await searchParams)} scene={scene} />
    case 'page':
      return <PageSection page={at.page} scene={scene} />
    case 'moved':
      setReply({ kind: 'moved', location: sectionPath(scene.chrome.edition, at.toSlug) })
      return null
    case 'missing':
      return <OldAddress path={oldPath(edition, section)} scene={scene} />
  }
}

const load = cache(async (editionSegment: string, slug: string) => {
  const scene = await findScene(editionSegment)
  if (!scene.isEdition) return { scene, at: { kind: 'missing' } as const }
  return { scene, at: await findSectionAt({ editionId: scene.chrome.edition.id, slug }) }
})
