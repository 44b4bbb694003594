import { Moment } from '#components/reader/moment.tsx'
import { PictureView } from '#components/reader/picture-view.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { ArticleCard } from '#lib/domain/article.ts'
import { CardLink } from './card-link.tsx'

/** Headlines with time and thumbnail, for the side of a page. */
export function BriefList({ cards, setting }: { readonly cards: readonly ArticleCard[]; readonly setting: Setting }) {
  return (
    <ol className="briefs">
      {cards.map((card) => (
        <li key={card.id}>
          <h3>
            <CardLink card={card} setting={setting} />
          </h3>
          <p className="meta">
            <Moment at={card.publishedAt} shape="shortDate" setting={setting} />
          </p>
          {card.picture ? <PictureView picture={card.picture} place="thumb" /> : null}
        </li>
      ))}
    </ol>
  )
}
