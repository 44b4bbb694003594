import type { ReactNode } from 'react'
import type { Setting } from '#components/reader/setting.ts'
import { SkipLinks } from '#components/ui/skip-links.tsx'
import type { Chrome } from '#lib/domain/edition.ts'
import { BreakingStrip } from './breaking-strip.tsx'
import { PageFoot } from './page-foot.tsx'
import { PageHead } from './page-head.tsx'

type Props = {
  readonly chrome: Chrome
  readonly setting: Setting
  /** Path of the menu entry that this page is or belongs to. */
  readonly here: string
  /** Where the same page stands in other editions, by key. */
  readonly siblings?: ReadonlyMap<string, string>
  /** A page with a search form of its own needs no second one. */
  readonly hasSearchAbove?: boolean
  /** `<main id="main" tabIndex={-1}>`, and asides beside it. */
  readonly children: ReactNode
}

const nowhereElse: ReadonlyMap<string, string> = new Map()

/** What stands around every reader page. */
export function Frame({ chrome, setting, here, siblings = nowhereElse, hasSearchAbove = false, children }: Props) {
  const { words } = setting
  return (
    <>
      <SkipLinks
        targets={[
          { id: 'main', text: words('skip.toContent') },
          { id: 'menu', text: words('skip.toNavigation') },
          { id: 'search', text: words('skip.toSearch') },
        ]}
      />
      <BreakingStrip alert={chrome.alert} setting={setting} />
      <PageHead chrome={chrome} here={here} siblings={siblings} setting={setting} />
      {children}
      <PageFoot chrome={chrome} hasSearchAbove={hasSearchAbove} setting={setting} />
    </>
  )
}
