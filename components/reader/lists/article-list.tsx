import type { Setting } from '#components/reader/setting.ts'
import type { ArticleList } from '#lib/domain/lists/listing.ts'
import { CardList } from './card-list.tsx'
import { Pager } from './pager.tsx'

type Props = {
  readonly list: ArticleList
  readonly path: string
  readonly hasBlogNames: boolean
  /** What to say of a list without articles. */
  readonly empty: string
  readonly setting: Setting
}

/** One page of articles, newest first, and the ways to the pages before and after it. */
export function ArticleListView({ list, path, hasBlogNames, empty, setting }: Props) {
  return (
    <>
      {list.items.length > 0 ? (
        <CardList cards={list.items} hasBlogNames={hasBlogNames} setting={setting} />
      ) : (
        <p>{empty}</p>
      )}
      <Pager path={path} page={list} setting={setting} />
    </>
  )
}
