import type { Article, ArticleText } from '#lib/domain/workflow/newsroom.ts'
import { type Placement, picturesOf } from '#lib/domain/workflow/revision-facts.ts'
import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import type { SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'

/** What a revision kept, and what of it is still there to go back to. */
export type Restorable = {
  readonly text: ArticleText
  readonly suggestedBody: SuggestedBody | null
  readonly placement: Partial<Placement>
}

/** Of what a text names: pictures of the library, topics and people, each with what it became where it was merged into another. */
export type Standing = {
  readonly pictures: ReadonlySet<number>
  readonly topics: ReadonlyMap<number, number>
  readonly contributors: ReadonlyMap<number, number>
}

type Restored = {
  readonly draft: ArticleDraft
  /** How many pictures, topics and people of it are gone. */
  readonly leftOut: number
}

/**
 * All that an earlier revision says, as a draft of today. What it did not keep stays as it is now, and so does what names a blog that
 * is gone. A picture, topic or person that is gone is left out: a byline without a person would be nobody's.
 */
export function restoredDraft(
  { text, suggestedBody, placement }: Restorable,
  now: Article,
  { blogIds, ...standing }: Standing & { readonly blogIds: readonly number[] },
): Restored {
  const { blogId = now.blogId, slug = now.slug, topicIds, bylines } = placement
  const isThere = (id: number) => standing.pictures.has(id)
  const body = suggestedBody ?? text.body
  const topics = topicIds?.flatMap((id) => standing.topics.get(id) ?? [])
  const people = bylines?.flatMap(({ contributorId, role }) => {
    const became = standing.contributors.get(contributorId)
    return became === undefined ? [] : [{ contributorId: became, role }]
  })
  const gonePictures = picturesOf({ pictureId: text.pictureId, body }).filter((id) => !isThere(id)).length
  const draft = {
    ...text,
    pictureId: text.pictureId !== null && isThere(text.pictureId) ? text.pictureId : null,
    body: body.filter((block) => block.kind !== 'figure' || isThere(block.pictureId)),
    slug,
    blogId: blogIds.includes(blogId) ? blogId : now.blogId,
    // Two that were merged into one stand once.
    topicIds: topics ? [...new Set(topics)] : now.topicIds,
    bylines: people ? onceEach(people) : now.bylines,
  }
  const lost = (before: readonly unknown[] = [], after: readonly unknown[] = []) => before.length - after.length
  return { draft, leftOut: gonePictures + lost(topicIds, topics) + lost(bylines, people) }
}

function onceEach(bylines: Article['bylines']): Article['bylines'] {
  return bylines.filter(
    ({ contributorId }, place) => bylines.findIndex((one) => one.contributorId === contributorId) === place,
  )
}
