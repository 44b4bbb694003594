import type { Setting } from '#components/reader/setting.ts'
import type { Edition } from '#lib/domain/edition.ts'
import { languageName } from '#lib/i18n/format.ts'
import { homePath } from '#lib/site/urls.ts'

type Props = {
  readonly editions: readonly Edition[]
  /** Where the same page stands in another edition, by its key; an edition without one is entered by its front. */
  readonly siblings: ReadonlyMap<string, string>
  readonly setting: Setting
}

export function LanguageSwitch({ editions, siblings, setting }: Props) {
  return (
    <nav className="langs" aria-label={setting.words('editions.label')}>
      <ul>
        {editions.map((edition) => (
          <li key={edition.key}>
            <a
              href={siblings.get(edition.key) ?? homePath(edition)}
              lang={edition.locale}
              dir={edition.direction}
              hrefLang={edition.locale}
              aria-current={edition.key === setting.edition.key || undefined}
            >
              {languageName(edition.locale)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
