import type { Setting } from '#components/reader/setting.ts'
import type { PageOf } from '#lib/domain/lists/listing.ts'
import { pagedPath } from '#lib/site/urls.ts'

type Props = { readonly path: string; readonly page: Omit<PageOf<unknown>, 'items'>; readonly setting: Setting }

/** Real links between the pages of a list. */
export function Pager({ path, page, setting }: Props) {
  if (!page.older && !page.newer) return null
  const { words } = setting
  return (
    <nav className="pager" aria-label={words('lists.label')}>
      {page.newer ? (
        <a rel="prev" href={pagedPath(path, { kind: 'newer-than', cursor: page.newer })}>
          {words('lists.newer')}
        </a>
      ) : null}
      {page.newer ? <a href={path}>{words('lists.newest')}</a> : null}
      {page.older ? (
        <a rel="next" href={pagedPath(path, { kind: 'older-than', cursor: page.older })}>
          {words('lists.older')}
        </a>
      ) : null}
    </nav>
  )
}
