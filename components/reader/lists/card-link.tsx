import type { ReactNode } from 'react'
import type { Setting } from '#components/reader/setting.ts'
import type { ArticleCard } from '#lib/domain/article.ts'
import { articlePath } from '#lib/site/urls.ts'

type Props = { readonly card: ArticleCard; readonly setting: Setting; readonly children?: ReactNode }

/** The one link of a card; its headline unless other words are given. Style stretches it over the whole card. */
export function CardLink({ card, setting, children }: Props) {
  const address = articlePath(setting.edition, { blogSlug: card.blog.slug, slug: card.slug })
  return <a href={address}>{children ?? card.headline}</a>
}
