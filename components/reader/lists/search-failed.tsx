import type { Setting } from '#components/reader/setting.ts'
import { archivePath, latestPath } from '#lib/site/urls.ts'

export function SearchFailed({ setting }: { readonly setting: Setting }) {
  const { edition, words } = setting
  return (
    <div className="note">
      <p>{words('search.failed')}</p>
      <p className="pager">
        <a href={archivePath(edition)}>{words('nav.archive')}</a>
        <a href={latestPath(edition)}>{words('nav.latest')}</a>
      </p>
    </div>
  )
}
