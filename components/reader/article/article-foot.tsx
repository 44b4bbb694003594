import type { Setting } from '#components/reader/setting.ts'
import type { ArticleView } from '#lib/domain/article.ts'
import { topicPath } from '#lib/site/urls.ts'
import { ShareLinks } from './share-links.tsx'
import { SignOff } from './sign-off.tsx'
import { Sources } from './sources.tsx'
import { Translations } from './translations.tsx'

type Props = {
  readonly article: ArticleView
  readonly permanentAddress: string | null
  readonly setting: Setting
}

/** What follows the text: who wrote it, from what, about what, where else it stands. */
export function ArticleFoot({ article, permanentAddress, setting }: Props) {
  const { edition, words } = setting
  return (
    <footer>
      <SignOff bylines={article.bylines} setting={setting} />
      {article.sourceLine ? <p className="source-line">{article.sourceLine}</p> : null}
      <Sources sources={article.sources} setting={setting} />
      {article.topics.length > 0 ? (
        <nav className="links" aria-label={words('article.topics')}>
          <h2>{words('article.topics')}</h2>
          <ul>
            {article.topics.map((topic) => (
              <li key={topic.id}>
                <a href={topicPath(edition, topic.slug)}>{topic.name}</a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <Translations translations={article.translations} setting={setting} />
      {permanentAddress === null ? null : (
        <ShareLinks headline={article.headline} address={permanentAddress} setting={setting} />
      )}
    </footer>
  )
}
