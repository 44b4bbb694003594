import { isSectionSlug } from '#lib/domain/site/address.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { suggestSlug } from '#lib/domain/writing/editor/suggest-slug.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { isSectionTaken, listBlogSlugs } from '#lib/store/imports/import-ground.ts'
import { findImported, noteImported } from '#lib/store/imports/import-keys.ts'
import { createBlog } from '#lib/store/sections/create-newsroom.ts'
import type { Source, SourceItem } from '../source-item.ts'

/** Where everything of a run goes. */
export type Target = {
  readonly source: string
  readonly editionId: number
  readonly locale: string
  /** Blogs of the edition by their slug: a category of that name is the blog. */
  readonly blogIds: ReadonlyMap<string, number>
  /** For articles that name none of them. */
  readonly blogId: number
  readonly by: Editor
  /** What authors and topics became in this run, which ends with the first error: the same few are asked for by every article. */
  readonly named: Map<string, number>
}

export function blogOf(item: SourceItem, target: Target): number {
  for (const { slug } of item.topics) {
    const id = target.blogIds.get(slug)
    if (id !== undefined) return id
  }
  return target.blogId
}

/** The blog that the operator chose, or one of the source's name, made once. */
export async function ensureBlog(source: Source, editionId: number, chosen: number | null): Promise<number> {
  if (chosen !== null) return chosen
  const key = { source: `${source.key}#${editionId}`, kind: 'blog', foreignId: '' } as const
  return inTransaction(async () => {
    const known = await findImported(key)
    if (known !== null) return known
    const name = source.title.slice(0, 80) || 'Imported'
    const slug = await freeSection(editionId, suggestSlug(name))
    const position = (await listBlogSlugs(editionId)).length
    const words = { name, standfirst: '', description: '' }
    const id = await createBlog({ editionId, slug, ...words, about: [], editorId: null, position })
    await noteImported(key, id)
    return id
  })
}

async function freeSection(editionId: number, wanted: string): Promise<string> {
  const base = isSectionSlug(wanted) ? wanted : isSectionSlug(`${wanted}-blog`) ? `${wanted}-blog` : 'imported'
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base.slice(0, 80)}-${number}`
    if (!(await isSectionTaken(editionId, slug))) return slug
  }
}
