import type { Metadata } from 'next'
import { Frame } from '#components/reader/frame/frame.tsx'
import { PageTitle } from '#components/reader/frame/page-title.tsx'
import { MonthList } from '#components/reader/lists/month-list.tsx'
import { pageHead } from '#lib/site/page-head.ts'
import { siblingsEverywhere } from '#lib/site/siblings.ts'
import { archivePath } from '#lib/site/urls.ts'
import { listMonths } from '#lib/store/pages/months.ts'
import { Missing, missingHead } from '../missing.tsx'
import { findScene } from '../scene.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly edition: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const scene = await findScene((await params).edition)
  if (!scene.isEdition) return missingHead(scene)
  const { chrome, place, setting } = scene
  return pageHead(place, {
    title: setting.words('archive.title'),
    description: setting.words('archive.description', { site: chrome.site.name }),
    path: archivePath(chrome.edition),
    siblings: siblingsEverywhere(chrome.editions, archivePath),
  })
}

export default async function ArchiveRoute({ params }: Props) {
  const scene = await findScene((await params).edition)
  if (!scene.isEdition) return <Missing scene={scene} />
  const { chrome, setting } = scene
  const { edition } = chrome
  const { words } = setting
  const path = archivePath(edition)
  const months = await listMonths({ editionId: edition.id, blogId: null, timeZone: edition.timeZone })
  return (
    <Frame chrome={chrome} setting={setting} here={path} siblings={siblingsEverywhere(chrome.editions, archivePath)}>
      <main className="page" id="main" tabIndex={-1}>
        <PageTitle
          title={words('archive.title')}
          standfirst={words('archive.description', { site: chrome.site.name })}
        />
        <MonthList months={months} pathOf={(month) => archivePath(edition, month)} setting={setting} />
      </main>
    </Frame>
  )
}
