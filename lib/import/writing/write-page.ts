import { isSectionSlug } from '#lib/domain/site/address.ts'
import { isPlainBody } from '#lib/domain/text/plain-body.ts'
import type { ArticleText } from '#lib/domain/workflow/newsroom.ts'
import { isSectionTaken } from '#lib/store/imports/import-ground.ts'
import { keepOldAddresses, noteImported } from '#lib/store/imports/import-keys.ts'
import { createPage } from '#lib/store/sections/create-newsroom.ts'
import { oldPathOf, slugOf } from '../formats/slug-of.ts'
import type { Lose, SourceItem } from '../source-item.ts'
import type { Target } from './target.ts'
import { keyOf, type Written } from './write-article.ts'

/** After the pages that the newsroom made itself. */
const position = 100

/** A static page that is not here yet, when it is public and its address is free: pages have no drafts here, and none is put over another. */
export async function writePage(
  item: SourceItem,
  text: ArticleText,
  target: Target,
  lose: Lose,
): Promise<Written | 'skipped'> {
  const key = keyOf(item, target)
  if (item.heldBack !== null) {
    lose('skipped', `page: ${item.heldBack}`)
    return 'skipped'
  }
  const slug = slugOf(item.slug, item.title)
  if (!isSectionSlug(slug) || (await isSectionTaken(target.editionId, slug))) {
    lose('page-taken', item.slug || item.title)
    return 'skipped'
  }
  const body = text.body.filter((block) => isPlainBody([block]))
  if (body.length < text.body.length) lose('page-pictures', String(text.body.length - body.length))
  if (body.length === 0) {
    lose('empty', item.title)
    return 'skipped'
  }
  const { editionId } = target
  const words = { title: text.headline, description: text.description ?? text.standfirst }
  const id = await createPage({ editionId, slug, ...words, body, position, changedAt: item.changedAt ?? new Date() })
  await noteImported(key, id)
  const paths = new Set([item.address, ...item.formerAddresses].flatMap((address) => oldPathOf(address) ?? []))
  // There it stands itself, in the default edition; in another one its old address leads on.
  await keepOldAddresses([...paths].map((path) => ({ path, pageId: id })))
  if (item.address && oldPathOf(item.address) === null) lose('address', item.address)
  return 'published'
}
