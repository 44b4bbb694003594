import { Moment } from '#components/reader/moment.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { CorrectionList } from '#lib/domain/lists/listing.ts'
import { articlePath } from '#lib/site/urls.ts'
import { Pager } from './pager.tsx'

type Props = { readonly list: CorrectionList; readonly path: string; readonly setting: Setting }

export function CorrectionListView({ list, path, setting }: Props) {
  const { edition, words } = setting
  if (list.items.length === 0) return <p>{words('corrections.empty')}</p>
  return (
    <>
      <ol className="entries">
        {list.items.map((correction) => (
          <li key={correction.id}>
            <p className="meta">
              <Moment at={correction.at} shape="date" setting={setting} />
            </p>
            <p>{correction.text}</p>
            <p>
              {`${words('corrections.in')} `}
              <a href={articlePath(edition, correction.article)}>{correction.article.headline}</a>
            </p>
          </li>
        ))}
      </ol>
      <Pager path={path} page={list} setting={setting} />
    </>
  )
}
