import { CardList } from '#components/reader/lists/card-list.tsx'
import { Moment } from '#components/reader/moment.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { ArticleCard, GoneArticle } from '#lib/domain/article.ts'
import { PageTitle } from './page-title.tsx'

type Props = { readonly gone: GoneArticle; readonly latest: readonly ArticleCard[]; readonly setting: Setting }

/** 410: a neutral notice in place of what was withdrawn, and nothing of its words. */
export function GonePage({ gone, latest, setting }: Props) {
  const { words } = setting
  return (
    <main className="page" id="main" tabIndex={-1}>
      <PageTitle title={words('gone.title')} standfirst={gone.notice ?? words('gone.text')} />
      <p className="meta">
        <span>
          {`${words('gone.at')} `}
          <Moment at={gone.withdrawnAt} shape="date" setting={setting} />
        </span>
      </p>
      <h2 className="ruled">{words('missing.latest')}</h2>
      <CardList cards={latest} hasBlogNames setting={setting} />
    </main>
  )
}
