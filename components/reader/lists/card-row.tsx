import { Moment } from '#components/reader/moment.tsx'
import { PictureView } from '#components/reader/picture-view.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { ArticleCard } from '#lib/domain/article.ts'
import { CardLink } from './card-link.tsx'

/** Cards beside each other: picture, blog, headline. */
export function CardRow({ cards, setting }: { readonly cards: readonly ArticleCard[]; readonly setting: Setting }) {
  return (
    <ul className="cards">
      {cards.map((card) => (
        <li key={card.id}>
          <h3>
            <CardLink card={card} setting={setting} />
          </h3>
          <p className="meta">
            <b>{card.blog.name}</b>
            <Moment at={card.publishedAt} shape="shortDate" setting={setting} />
          </p>
          {card.picture ? <PictureView picture={card.picture} place="card" /> : null}
        </li>
      ))}
    </ul>
  )
}
