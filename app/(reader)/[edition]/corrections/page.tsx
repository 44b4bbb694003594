import type { Metadata } from 'next'
import { Frame } from '#components/reader/frame/frame.tsx'
import { PageTitle } from '#components/reader/frame/page-title.tsx'
import { CorrectionListView } from '#components/reader/lists/correction-list.tsx'
import { parsePaging, type Query } from '#lib/input/paging.ts'
import { pageHead } from '#lib/site/page-head.ts'
import { siblingsEverywhere } from '#lib/site/siblings.ts'
import { correctionsPath, pagedPath } from '#lib/site/urls.ts'
import { listCorrections } from '#lib/store/pages/corrections.ts'
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
    title: setting.words('corrections.title'),
    description: setting.words('corrections.description', { site: chrome.site.name }),
    path: pagedPath(correctionsPath(chrome.edition), paging),
    siblings: paging ? new Map() : siblingsEverywhere(chrome.editions, correctionsPath),
    feed: {
      page: correctionsPath(chrome.edition),
      title: `${setting.words('corrections.title')} · ${chrome.edition.name}`,
    },
  })
}

export default async function CorrectionsRoute({ params, searchParams }: Props) {
  const scene = await findScene((await params).edition)
  if (!scene.isEdition) return <Missing scene={scene} />
  const { chrome, setting } = scene
  const { words } = setting
  const path = correctionsPath(chrome.edition)
  const paging = parsePaging(await searchParams)
  const list = await listCorrections({ editionId: chrome.edition.id, paging, limit: articlesPerPage })
  return (
    <Frame
      chrome={chrome}
      setting={setting}
      here={path}
      siblings={siblingsEverywhere(chrome.editions, correctionsPath)}
    >
      <main className="page" id="main" tabIndex={-1}>
        <PageTitle
          title={words('corrections.title')}
          standfirst={words('corrections.description', { site: chrome.site.name })}
        />
        <CorrectionListView list={list} path={path} setting={setting} />
      </main>
    </Frame>
  )
}
