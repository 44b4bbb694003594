import type { Setting } from '#components/reader/setting.ts'
import type { Chrome } from '#lib/domain/edition.ts'
import { homePath, searchPath } from '#lib/site/urls.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { MainMenu } from './main-menu.tsx'
import { Wordmark } from './wordmark.tsx'

type Props = {
  readonly chrome: Chrome
  readonly here: string
  readonly siblings: ReadonlyMap<string, string>
  readonly setting: Setting
}

export function PageHead({ chrome, here, siblings, setting }: Props) {
  const { edition, words } = setting
  const home = homePath(edition)
  return (
    <header className={here === home ? 'top front' : 'top'}>
      <LanguageSwitch editions={chrome.editions} siblings={siblings} setting={setting} />
      <a className="find" href={searchPath(edition)}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M11 11l4 4M6.5 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z" />
        </svg>
        <span>{words('nav.search')}</span>
      </a>
      <a className="mark" href={home}>
        <Wordmark name={chrome.site.wordmark ?? chrome.site.name} />
      </a>
      <MainMenu chrome={chrome} here={here} setting={setting} />
    </header>
  )
}
