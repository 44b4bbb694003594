import type { Byline } from './article.ts'
import type { BlogRef } from './edition.ts'
import type { Body } from './text/body.ts'

export type Blog = BlogRef & {
  readonly standfirst: string
  readonly description: string
  readonly about: Body
  readonly editor: Byline | null
  /** The same blog slug in other editions, for the language switch. */
  readonly siblings: readonly { readonly editionKey: string; readonly slug: string }[]
}

/** What stands at `/{section}`: a blog, a static page, a former blog address. */
export type SectionAt =
  | { readonly kind: 'blog'; readonly blog: Blog }
  | { readonly kind: 'page'; readonly page: StaticPage }
  | { readonly kind: 'moved'; readonly toSlug: string }
  | { readonly kind: 'missing' }

export type StaticPage = {
  readonly slug: string
  readonly title: string
  readonly description: string
  readonly body: Body
  readonly changedAt: Date
  readonly siblings: readonly { readonly editionKey: string; readonly slug: string }[]
}
