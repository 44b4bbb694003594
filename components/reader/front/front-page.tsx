import { CardList } from '#components/reader/lists/card-list.tsx'
import { CardRow } from '#components/reader/lists/card-row.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { ArticleCard } from '#lib/domain/article.ts'
import type { BlogRef, Edition } from '#lib/domain/edition.ts'
import { BlogSection } from './blog-section.tsx'
import { LeadArticle } from './lead-article.tsx'

type Props = {
  readonly edition: Edition
  /** In the order in which editors put them: the first one leads. */
  readonly slots: readonly ArticleCard[]
  readonly latestByBlog: readonly { readonly blog: BlogRef; readonly items: readonly ArticleCard[] }[]
  readonly setting: Setting
}

const besideLead = 3

export function FrontPage({ edition, slots, latestByBlog, setting }: Props) {
  const { words } = setting
  const [lead, ...others] = slots
  const beside = others.slice(0, besideLead)
  const below = others.slice(besideLead)
  // A small edition's slots may already hold all that its blogs have.
  const filled = latestByBlog.filter(({ items }) => items.length > 0)
  return (
    <main id="main" tabIndex={-1}>
      <h1 className="sr-only">{`${edition.name}: ${edition.tagline}`}</h1>
      {lead ? (
        <section className="fore" aria-label={words('front.label')}>
          <LeadArticle card={lead} setting={setting} />
          <CardList cards={beside} hasBlogNames setting={setting} />
        </section>
      ) : null}
      {below.length > 0 ? (
        <div className="band">
          <CardRow cards={below} setting={setting} />
        </div>
      ) : null}
      {filled.length > 0 ? (
        <div className="blogs band">
          {filled.map(({ blog, items }) => (
            <BlogSection key={blog.id} blog={blog} cards={items} setting={setting} />
          ))}
        </div>
      ) : null}
    </main>
  )
}
