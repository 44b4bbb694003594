import { globSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { articlePath } from '#lib/site/urls.ts'

/** The demo newsroom as its files say it is, so that tests name stories and not addresses. */
export type DemoArticle = {
  readonly edition: string
  readonly family: string
  readonly slug: string
  readonly blog: string
  readonly headline: string
  readonly standfirst: string
  readonly published: string
  readonly state?: string
  readonly embargoUntil?: string
  readonly withdrawn?: { readonly notice: string }
  readonly formerSlugs?: readonly string[]
  readonly corrections?: readonly { readonly place: 'top' | 'bottom'; readonly text: string }[]
}

export const editions = ['en', 'ky', 'ru', 'fa'] as const
export type EditionKey = (typeof editions)[number]

export const openingFamily = 'kyrgyzstan-syria-profile'

export const demoArticles: readonly DemoArticle[] = editions.flatMap((edition) =>
  globSync(`prisma/demo/${edition}/articles/*.yaml`, { cwd: `${import.meta.dirname}/../../..` })
    .toSorted()
    .map((path) => ({ ...parse(readFileSync(`${import.meta.dirname}/../../../${path}`, 'utf8')), edition })),
)

type Keyed = { readonly key: string; readonly slug: string }

/** Topics and contributors have one key in all editions, and a slug in each. */
export function slugIn(edition: string, list: 'topics' | 'contributors', key: string): string {
  const path = `${import.meta.dirname}/../../../prisma/demo/${edition}/${list}.yaml`
  const found = (parse(readFileSync(path, 'utf8')) as readonly Keyed[]).find((one) => one.key === key)
  if (!found) throw new Error(`No ${key} among the ${list} of ${edition}`)
  return found.slug
}

export function isPublic(article: DemoArticle): boolean {
  return !article.state && !article.embargoUntil && !article.withdrawn
}

/** The one article of a family in an edition. */
export function demoArticle(edition: EditionKey, family: string = openingFamily): DemoArticle {
  const article = demoArticles.find((one) => one.edition === edition && one.family === family)
  if (!article) throw new Error(`No demo article of family ${family} in ${edition}`)
  return article
}

export function addressOf(article: DemoArticle, slug: string = article.slug): string {
  return articlePath(editionRef(article.edition), { blogSlug: article.blog, slug })
}

export function editionRef(key: string): { readonly key: string; readonly isDefault: boolean } {
  return { key, isDefault: key === 'en' }
}
