import { BriefList } from '#components/reader/lists/brief-list.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { ArticleCard } from '#lib/domain/article.ts'
import type { BlogRef } from '#lib/domain/edition.ts'
import { sectionPath } from '#lib/site/urls.ts'

type Props = { readonly blog: BlogRef; readonly cards: readonly ArticleCard[]; readonly setting: Setting }

/** A blog's corner of the front. */
export function BlogSection({ blog, cards, setting }: Props) {
  return (
    <section className="ruled" aria-labelledby={`blog-${blog.id}`}>
      <h2 id={`blog-${blog.id}`}>
        <a className="more" href={sectionPath(setting.edition, blog.slug)}>
          {blog.name}
        </a>
      </h2>
      <BriefList cards={cards} setting={setting} />
    </section>
  )
}
