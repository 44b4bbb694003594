import { CardRow } from '#components/reader/lists/card-row.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { ArticleCard } from '#lib/domain/article.ts'

export function RelatedBox({ cards, setting }: { readonly cards: readonly ArticleCard[]; readonly setting: Setting }) {
  if (cards.length === 0) return null
  return (
    <aside className="band ruled" aria-labelledby="related">
      <h2 id="related">{setting.words('article.related')}</h2>
      <CardRow cards={cards} setting={setting} />
    </aside>
  )
}
