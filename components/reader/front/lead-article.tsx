import { CardLink } from '#components/reader/lists/card-link.tsx'
import { Moment } from '#components/reader/moment.tsx'
import { PictureView } from '#components/reader/picture-view.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { ArticleCard } from '#lib/domain/article.ts'

export function LeadArticle({ card, setting }: { readonly card: ArticleCard; readonly setting: Setting }) {
  return (
    <article className="chief">
      <h2>
        <CardLink card={card} setting={setting} />
      </h2>
      <p>{card.standfirst}</p>
      <p className="meta">
        <b>{card.blog.name}</b>
        <Moment at={card.publishedAt} shape="shortDate" setting={setting} />
      </p>
      {card.picture ? <PictureView picture={card.picture} place="fore" /> : null}
    </article>
  )
}
