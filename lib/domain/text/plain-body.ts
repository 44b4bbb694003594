import { linksIn, picturesIn } from '#lib/domain/publishing/checks.ts'
import type { Body } from './body.ts'

/** About boxes and static pages have no pictures and no links to articles: readers would see neither there. */
export function isPlainBody(body: Body): boolean {
  return picturesIn(body).length === 0 && linksIn(body).every(({ articleId }) => articleId === null)
}
