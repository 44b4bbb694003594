import { CardRow } from '#components/reader/lists/card-row.tsx'
import { StoryList } from '#components/reader/lists/story-list.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { ArticleCard } from '#lib/domain/article.ts'
import type { BlogRef, Edition } from '#lib/domain/edition.ts'
import { Desk } from './desk.tsx'
import { LeadStory } from './lead-story.tsx'

type Props = {
  readonly edition: Edition
  /** In the order in which editors put them: the first one leads. */
  readonly slots: readonly ArticleCard[]
  readonly desks: readonly { readonly blog: BlogRef; readonly items: readonly ArticleCard[] }[]
  readonly setting: Setting
}

const besideLead = 3

export function FrontPage({ edition, slots, desks, setting }: Props) {
  const { words } = setting
  const [lead, ...others] = slots
  const beside = others.slice(0, besideLead)
  const below = others.slice(besideLead)
  // A small edition's slots may already hold all that its blogs have.
  const filledDesks = desks.filter((desk) => desk.items.length > 0)
  return (
    <main id="main" tabIndex={-1}>
      <h1 className="sr-only">{`${edition.name}: ${edition.tagline}`}</h1>
      {lead ? (
        <section className="fore" aria-label={words('front.label')}>
          <LeadStory card={lead} setting={setting} />
          <StoryList cards={beside} hasBlogNames setting={setting} />
        </section>
      ) : null}
      {below.length > 0 ? (
        <div className="band">
          <CardRow cards={below} setting={setting} />
        </div>
      ) : null}
      {filledDesks.length > 0 ? (
        <div className="desks band">
          {filledDesks.map((desk) => (
            <Desk key={desk.blog.id} blog={desk.blog} cards={desk.items} setting={setting} />
          ))}
        </div>
      ) : null}
    </main>
  )
}
