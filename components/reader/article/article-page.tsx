import { BodyView } from '#components/reader/blocks/body-view.tsx'
import { Moment } from '#components/reader/moment.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { ArticleView } from '#lib/domain/article.ts'
import { sectionPath } from '#lib/site/urls.ts'
import { ArticleFoot } from './article-foot.tsx'
import { CorrectionNotes } from './correction-notes.tsx'
import { PictureFigure } from './picture-figure.tsx'

type Props = {
  readonly article: ArticleView
  /** Null in a preview: nothing can be read there yet. */
  readonly permanentAddress: string | null
  readonly setting: Setting
}

export function ArticlePage({ article, permanentAddress, setting }: Props) {
  const { edition, words } = setting
  return (
    <article>
      <header>
        <p className="kicker">
          <a href={sectionPath(edition, article.blog.slug)}>{article.blog.name}</a>
        </p>
        <h1>{article.headline}</h1>
        <p className="standfirst">{article.standfirst}</p>
        <ul className="meta">
          <li>
            {`${words('article.by')} `}
            {bylineText()}
          </li>
          <li>
            {`${words('article.published')} `}
            <Moment at={article.publishedAt} shape="dateTimeZone" setting={setting} />
          </li>
          {article.updatedAt ? (
            <li>
              {`${words('article.updated')} `}
              <Moment at={article.updatedAt} shape="dateTimeZone" setting={setting} />
            </li>
          ) : null}
          <li>{words('article.readingTime', { minutes: article.readingMinutes })}</li>
        </ul>
      </header>
      {article.picture ? <PictureFigure picture={article.picture} place="lead" setting={setting} /> : null}
      <CorrectionNotes corrections={article.corrections} place="top" setting={setting} />
      <BodyView body={article.body} setting={{ ...setting, linked: article.linked, pictures: article.pictures }} />
      <CorrectionNotes corrections={article.corrections} place="bottom" setting={setting} />
      <ArticleFoot article={article} permanentAddress={permanentAddress} setting={setting} />
    </article>
  )

  function bylineText() {
    return article.bylines.map((byline, position) => (
      <bdi key={byline.slug}>{position > 0 ? `, ${byline.name}` : byline.name}</bdi>
    ))
  }
}
