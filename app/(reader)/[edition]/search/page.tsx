import type { Metadata } from 'next'
import { Frame } from '#components/reader/frame/frame.tsx'
import { PageTitle } from '#components/reader/frame/page-title.tsx'
import { SearchFailed } from '#components/reader/lists/search-failed.tsx'
import { SearchForm } from '#components/reader/lists/search-form.tsx'
import { SearchResults } from '#components/reader/lists/search-results.tsx'
import type { Edition } from '#lib/domain/edition.ts'
import type { SearchAnswer, SearchQuestion } from '#lib/domain/lists/search.ts'
import { setReply } from '#lib/env/slot.ts'
import type { Query } from '#lib/input/paging.ts'
import { parseSearchForm } from '#lib/input/search-form.ts'
import { unlistedHead } from '#lib/site/page-head.ts'
import { siblingsEverywhere } from '#lib/site/siblings.ts'
import { searchPath } from '#lib/site/urls.ts'
import { search } from '#lib/store/search/search.ts'
import { Missing, missingHead } from '../missing.tsx'
import { findScene } from '../scene.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly edition: string }>; readonly searchParams: Promise<Query> }

const hitsPerPage = 10

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const scene = await findScene((await params).edition)
  if (!scene.isEdition) return missingHead(scene)
  const { words } = scene.setting
  const { text, blogSlug } = parseSearchForm(await searchParams)
  return unlistedHead(scene.chrome, {
    title: text ? words('search.titleOf', { text }) : words('search.title'),
    description: words('search.ask'),
    ...(text && { feed: searchPath(scene.chrome.edition, { q: text, ...(blogSlug && { blog: blogSlug }) }) }),
  })
}

export default async function SearchRoute({ params, searchParams }: Props) {
  const scene = await findScene((await params).edition)
  if (!scene.isEdition) return <Missing scene={scene} />
  const { chrome, setting } = scene
  const { edition } = chrome
  const { words } = setting
  const question = parseSearchForm(await searchParams)
  const answer = question.text ? await answerOrFailure(edition, question) : null
  return (
    <Frame
      chrome={chrome}
      setting={setting}
      here={searchPath(edition)}
      siblings={siblingsEverywhere(chrome.editions, searchPath)}
      hasSearchAbove
    >
      <main className="page" id="main" tabIndex={-1}>
        <PageTitle title={words('search.title')} standfirst={answer ? null : words('search.ask')} />
        <SearchForm question={question} blogs={chrome.blogs} setting={setting} />
        {answer === 'failed' ? <SearchFailed setting={setting} /> : null}
        {answer && answer !== 'failed' ? <SearchResults answer={answer} question={question} setting={setting} /> : null}
      </main>
    </Frame>
  )
}

/** Search can be too slow or broken while the rest of the site is well: the page then says so, and offers the archive. */
async function answerOrFailure(edition: Edition, question: SearchQuestion): Promise<SearchAnswer | 'failed'> {
  try {
    return await search({ edition, question, limit: hitsPerPage })
  } catch (error) {
    console.error('Search failed', error)
    setReply({ kind: 'unavailable' })
    return 'failed'
  }
}
