import type { Metadata } from 'next'
import { Frame } from '#components/reader/frame/frame.tsx'
import { PageTitle } from '#components/reader/frame/page-title.tsx'
import { MonthList } from '#components/reader/lists/month-list.tsx'
import { pageHead } from '#lib/site/page-head.ts'
import { siblingsOf } from '#lib/site/siblings.ts'
import { blogArchivePath, sectionPath } from '#lib/site/urls.ts'
import { listMonths } from '#lib/store/pages/months.ts'
import { Missing, missingHead } from '../../missing.tsx'
import { findBlogAt } from './blog-at.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly edition: string; readonly section: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { edition, section } = await params
  const { scene, blog } = await findBlogAt(edition, section)
  if (!blog) return missingHead(scene)
  const { chrome, place, setting } = scene
  return pageHead(place, {
    title: setting.words('archive.of', { name: blog.name }),
    description: blog.description,
    path: blogArchivePath(chrome.edition, blog.slug),
    siblings: siblingsOf(chrome.editions, blog.siblings, blogArchivePath),
    feed: { page: sectionPath(chrome.edition, blog.slug), title: `${blog.name} · ${chrome.edition.name}` },
  })
}

export default async function BlogArchiveRoute({ params }: Props) {
  const { edition: segment, section } = await params
  const { scene, blog } = await findBlogAt(segment, section)
  if (!blog) return <Missing scene={scene} />
  const { chrome, setting } = scene
  const { edition } = chrome
  const months = await listMonths({ editionId: edition.id, blogId: blog.id, timeZone: edition.timeZone })
  return (
    <Frame
      chrome={chrome}
      setting={setting}
      here={sectionPath(edition, blog.slug)}
      siblings={siblingsOf(chrome.editions, blog.siblings, blogArchivePath)}
    >
      <main className="page" id="main" tabIndex={-1}>
        <PageTitle
          label={{ text: blog.name, path: sectionPath(edition, blog.slug) }}
          title={setting.words('archive.title')}
        />
        <MonthList months={months} pathOf={(month) => blogArchivePath(edition, blog.slug, month)} setting={setting} />
      </main>
    </Frame>
  )
}
