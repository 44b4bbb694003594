import type { ArticleView } from '#lib/domain/article.ts'
import type { Edition } from '#lib/domain/edition.ts'
import { articlePath } from './urls.ts'

/**
 * Where the same page stands in each edition that has it: edition key → path. The language switch and hreflang are both
 * made from it, so a link that readers see and one that crawlers see can't differ.
 */
export type Siblings = ReadonlyMap<string, string>

/** The article and its translations. */
export function articleSiblings(edition: Edition, article: ArticleView): Siblings {
  const own = articlePath(edition, { blogSlug: article.blog.slug, slug: article.slug })
  return new Map([
    [edition.key, own],
    ...article.translations.map((translation): [string, string] => {
      const ref = { key: translation.editionKey, isDefault: translation.isDefaultEdition }
      return [translation.editionKey, articlePath(ref, translation.article)]
    }),
  ])
}

/** A blog, topic, contributor or static page, by the slug that it has in each edition. */
export function siblingsOf(
  editions: readonly Edition[],
  slugs: readonly { readonly editionKey: string; readonly slug: string }[],
  pathOf: (edition: Edition, slug: string) => string,
): Siblings {
  return new Map(
    slugs.flatMap(({ editionKey, slug }): [string, string][] => {
      const edition = editions.find((candidate) => candidate.key === editionKey)
      return edition ? [[editionKey, pathOf(edition, slug)]] : []
    }),
  )
}

/** A page that every edition has: front, latest, archive, corrections, search. */
export function siblingsEverywhere(editions: readonly Edition[], pathOf: (edition: Edition) => string): Siblings {
  return new Map(editions.map((edition) => [edition.key, pathOf(edition)]))
}
