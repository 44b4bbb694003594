import type { Words } from '#lib/i18n/words.ts'
import { homePath, latestPath } from '#lib/site/urls.ts'
import { PageTitle } from './page-title.tsx'
import { Wordmark } from './wordmark.tsx'

type Props = {
  readonly edition: { readonly key: string; readonly isDefault: boolean }
  readonly words: Words
}

/** 500: made without the database, so without all that a page usually knows of the site. */
export function FailurePage({ edition, words }: Props) {
  return (
    <>
      <header className="top">
        <a className="mark" href={homePath(edition)}>
          <Wordmark name="Masthead" />
        </a>
      </header>
      <main className="page" id="main" tabIndex={-1}>
        <PageTitle title={words('failure.title')} standfirst={words('failure.text')} />
        <nav className="pager" aria-label={words('nav.label')}>
          <a href={homePath(edition)}>{words('failure.home')}</a>
          <a href={latestPath(edition)}>{words('nav.latest')}</a>
        </nav>
      </main>
    </>
  )
}
