import type { Setting } from '#components/reader/setting.ts'
import type { Translation } from '#lib/domain/article.ts'
import { languageName } from '#lib/i18n/format.ts'
import { articlePath } from '#lib/site/urls.ts'

type Props = { readonly translations: readonly Translation[]; readonly setting: Setting }

/** The same story in other editions, under the headlines that it has there. */
export function Translations({ translations, setting }: Props) {
  const { edition, words } = setting
  const others = translations.filter((translation) => translation.editionKey !== edition.key)
  if (others.length === 0) return null
  return (
    <nav className="links translations" aria-label={words('editions.readIn')}>
      <h2>{words('editions.readIn')}</h2>
      <ul>
        {others.map((translation) => (
          <li key={translation.editionKey}>
            <a
              href={articlePath(
                { key: translation.editionKey, isDefault: translation.isDefaultEdition },
                translation.article,
              )}
              lang={translation.locale}
              dir={translation.direction}
              hrefLang={translation.locale}
            >
              <b>{languageName(translation.locale)}</b>
              <span>{translation.article.headline}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
