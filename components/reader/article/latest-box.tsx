import { BriefList } from '#components/reader/lists/brief-list.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { ArticleCard } from '#lib/domain/article.ts'
import type { BlogRef } from '#lib/domain/edition.ts'
import { sectionPath } from '#lib/site/urls.ts'

type Props = { readonly blog: BlogRef; readonly cards: readonly ArticleCard[]; readonly setting: Setting }

/** The newest articles of a blog, beside one of them. */
export function LatestBox({ blog, cards, setting }: Props) {
  if (cards.length === 0) return null
  const { edition, words } = setting
  return (
    <aside className="ruled" aria-labelledby="latest-posts">
      <h2 id="latest-posts">{words('blog.latest')}</h2>
      <BriefList cards={cards} setting={setting} />
      <a className="more" href={sectionPath(edition, blog.slug)}>
        {words('blog.all', { blog: blog.name })}
      </a>
    </aside>
  )
}
