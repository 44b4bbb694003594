import { Moment } from '#components/reader/moment.tsx'
import { PictureView } from '#components/reader/picture-view.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { ArticleCard } from '#lib/domain/article.ts'
import { CardLink } from './card-link.tsx'

type Props = {
  readonly cards: readonly ArticleCard[]
  /** Inside one blog its name goes without saying. */
  readonly hasBlogNames: boolean
  readonly setting: Setting
}

/** A page of a list: headline, standfirst, date, picture. */
export function CardList({ cards, hasBlogNames, setting }: Props) {
  return (
    <ol className="stories">
      {cards.map((card) => (
        <li key={card.id}>
          <h2>
            <CardLink card={card} setting={setting} />
          </h2>
          <p>{card.standfirst}</p>
          <p className="meta">
            {hasBlogNames ? <b>{card.blog.name}</b> : null}
            <Moment at={card.publishedAt} shape="shortDate" setting={setting} />
          </p>
          {card.picture ? <PictureView picture={card.picture} place="row" /> : null}
        </li>
      ))}
    </ol>
  )
}
