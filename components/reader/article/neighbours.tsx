import type { Setting } from '#components/reader/setting.ts'
import type { ArticleRef } from '#lib/domain/article.ts'
import { articlePath } from '#lib/site/urls.ts'

type Props = {
  /** Published before and after this one, in the same blog. */
  readonly older: ArticleRef | null
  readonly newer: ArticleRef | null
  readonly setting: Setting
}

export function Neighbours({ older, newer, setting }: Props) {
  if (!older && !newer) return null
  const { edition, words } = setting
  return (
    <nav className="neighbours" aria-label={words('article.inThisBlog')}>
      {older ? (
        <a rel="prev" href={articlePath(edition, older)}>
          <b>{words('article.previous')}</b>
          <span>{older.headline}</span>
        </a>
      ) : null}
      {newer ? (
        <a rel="next" href={articlePath(edition, newer)}>
          <b>{words('article.next')}</b>
          <span>{newer.headline}</span>
        </a>
      ) : null}
    </nav>
  )
}
