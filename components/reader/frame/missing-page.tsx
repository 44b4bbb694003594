import { CardList } from '#components/reader/lists/card-list.tsx'
import { SearchBox } from '#components/reader/lists/search-box.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { ArticleCard } from '#lib/domain/article.ts'
import { PageTitle } from './page-title.tsx'

/** 404: says so, and helps on. */
export function MissingPage({
  latest,
  setting,
}: {
  readonly latest: readonly ArticleCard[]
  readonly setting: Setting
}) {
  const { words } = setting
  return (
    <main className="page" id="main" tabIndex={-1}>
      <PageTitle label="404" title={words('missing.title')} standfirst={words('missing.text')} />
      <SearchBox setting={setting} />
      <h2 className="ruled">{words('missing.latest')}</h2>
      <CardList cards={latest} hasBlogNames setting={setting} />
    </main>
  )
}
