import { plainBlocks } from '#components/reader/blocks/block-setting.ts'
import { BodyView } from '#components/reader/blocks/body-view.tsx'
import { Frame } from '#components/reader/frame/frame.tsx'
import { PageTitle } from '#components/reader/frame/page-title.tsx'
import { Moment } from '#components/reader/moment.tsx'
import { JsonLd } from '#components/ui/json-ld.tsx'
import type { StaticPage } from '#lib/domain/blog.ts'
import { graph, newsOrganization } from '#lib/site/jsonld/jsonld.ts'
import { staticPage } from '#lib/site/jsonld/jsonld-pages.ts'
import { siblingsOf } from '#lib/site/siblings.ts'
import { sectionPath } from '#lib/site/urls.ts'
import type { Scene } from '../scene.ts'

/** About, contact, principles: content of the newsroom. */
export function PageSection({ page, scene }: { readonly page: StaticPage; readonly scene: Scene }) {
  const { chrome, place, setting } = scene
  const path = sectionPath(chrome.edition, page.slug)
  return (
    <Frame
      chrome={chrome}
      setting={setting}
      here={path}
      siblings={siblingsOf(chrome.editions, page.siblings, sectionPath)}
    >
      <main className="page" id="main" tabIndex={-1}>
        <PageTitle title={page.title} standfirst={page.description} />
        <BodyView body={page.body} setting={plainBlocks(setting)} />
        <p className="meta">
          <span>
            {`${setting.words('article.updated')} `}
            <Moment at={page.changedAt} shape="date" setting={setting} />
          </span>
        </p>
        <JsonLd data={graph(staticPage(place, page), newsOrganization(place))} />
      </main>
    </Frame>
  )
}
