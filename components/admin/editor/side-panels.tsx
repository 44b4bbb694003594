import { type ReactNode, useId } from 'react'
import type { PageFacts } from './page-facts.ts'
import { AddressPanel } from './panels/address-panel.tsx'
import { BylinesPanel } from './panels/bylines-panel.tsx'
import { ChecksPanel } from './panels/checks-panel.tsx'
import type { PanelProps } from './panels/panel.ts'
import { PicturePanel } from './panels/picture-panel.tsx'
import { SearchPanel } from './panels/search-panel.tsx'
import { SourcesPanel } from './panels/sources-panel.tsx'
import { TopicsPanel } from './panels/topics-panel.tsx'
import { type Translate, TranslationsPanel } from './panels/translations-panel.tsx'
import { useSetting } from './setting.ts'

/** All that stands beside the text, each part behind its name. */
export function SidePanels({
  draft,
  change,
  facts,
  translate,
  besideId,
  onBeside,
  onShow,
}: PanelProps & {
  readonly facts: PageFacts
  readonly translate: Translate
  readonly besideId: number | null
  readonly onBeside: (id: number | null) => void
  readonly onShow: (words: string) => void
}) {
  const { words } = useSetting()
  const panel = { draft, change }
  const blogSlug = facts.blogs.find(({ id }) => id === draft.blogId)?.slug ?? ''
  return (
    <>
      <Panel title={words('panels.checks')} isOpen>
        <ChecksPanel draft={draft} onShow={onShow} />
      </Panel>
      <fieldset disabled={!facts.mayEdit} className="panels-fields">
        <Panel title={words('panels.bylines')} part="bylines" isOpen>
          <BylinesPanel {...panel} contributors={facts.contributors} isFixed={!facts.mayChangeFacts} />
        </Panel>
        <Panel title={words('panels.picture')} part="picture" isOpen>
          <PicturePanel {...panel} />
        </Panel>
        <Panel title={words('panels.topics')}>
          <TopicsPanel {...panel} topics={facts.topics} isFixed={!facts.mayChangeFacts} />
        </Panel>
        <Panel title={words('panels.address')} part="address">
          <AddressPanel
            {...panel}
            blogs={facts.blogs}
            isPublished={facts.state === 'published'}
            mayMove={facts.mayMove}
          />
        </Panel>
        <Panel title={words('panels.search')}>
          <SearchPanel {...panel} blogSlug={blogSlug} />
        </Panel>
        <Panel title={words('panels.sources')}>
          <SourcesPanel {...panel} />
        </Panel>
      </fieldset>
      <Panel title={words('panels.translations')} isOpen={facts.siblings.length > 0}>
        <TranslationsPanel
          siblings={facts.siblings}
          openEditions={facts.openEditions}
          translate={translate}
          besideId={besideId}
          onBeside={onBeside}
        />
      </Panel>
    </>
  )
}

/** A part beside the text, behind its name. */
export function Panel({
  title,
  part,
  isOpen = false,
  children,
}: {
  readonly title: string
  /** Makes `#part-…` of this page lead here, and open it. */
  readonly part?: string
  readonly isOpen?: boolean
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <details open={isOpen}>
      <summary>
        <h2 id={id}>{title}</h2>
      </summary>
      <section aria-labelledby={id} id={part && `part-${part}`}>
        {children}
      </section>
    </details>
  )
}
