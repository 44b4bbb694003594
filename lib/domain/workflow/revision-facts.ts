import type { SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Article, ArticleText } from './newsroom.ts'

/** What a picture said in the article's language when a revision was made: the words are the library's, and change there. */
export type KeptWords = { readonly alt: string; readonly caption: string; readonly credit: string }

/** By the picture's id: the lead picture's and those of the figures. */
export type KeptPictures = Readonly<Record<string, KeptWords>>

/** Where an article stands and who made it: printed with its words, and no part of them. */
export type Placement = Pick<Article, 'slug' | 'blogId' | 'topicIds' | 'bylines'>

/**
 * What stands in the column `facts` of a revision. The first revisions of a newsroom knew no placement and no words of pictures:
 * theirs stay absent, for their hash is over what was written then. `suggestedBody` is absent when nothing is suggested: the column
 * `body` never holds it.
 */
export type RevisionFacts = Omit<ArticleText, 'headline' | 'standfirst' | 'description' | 'body'> &
  Partial<Placement> & { readonly pictures?: KeptPictures; readonly suggestedBody?: SuggestedBody }

/** The facts of a new revision. */
export function factsOf(article: Kept, pictures: KeptPictures): RevisionFacts {
  const { text, suggestedBody, slug, blogId, topicIds, bylines } = article
  const { headline, standfirst, description, body, ...facts } = text
  return {
    ...{ ...facts, slug, blogId, topicIds, bylines },
    ...(Object.keys(pictures).length > 0 ? { pictures } : {}),
    ...(suggestedBody ? { suggestedBody } : {}),
  }
}

/** Facts as they were read, taken apart. */
export function readFacts(facts: RevisionFacts): {
  readonly text: Omit<ArticleText, 'headline' | 'standfirst' | 'description' | 'body'>
  readonly placement: Partial<Placement>
  readonly pictures: KeptPictures
  readonly suggestedBody: SuggestedBody | null
} {
  const { slug, blogId, topicIds, bylines, pictures = {}, suggestedBody = null, ...text } = facts
  const placement = { slug, blogId, topicIds, bylines }
  const known = Object.fromEntries(Object.entries(placement).filter(([, value]) => value !== undefined))
  return { text, placement: known, pictures, suggestedBody }
}

/** Every picture that an article shows, once; of a draft also those that are suggested. */
export function picturesOf({
  pictureId,
  body,
}: {
  readonly pictureId: number | null
  readonly body: SuggestedBody
}): readonly number[] {
  const figures = body.flatMap((block) => (block.kind === 'figure' ? [block.pictureId] : []))
  return [...new Set([...(pictureId === null ? [] : [pictureId]), ...figures])]
}

/** Whether a revision of the one would say what a revision of the other says. */
export function saysTheSame(one: Kept, other: Kept): boolean {
  return canonicalJson(factsAndWords(one)) === canonicalJson(factsAndWords(other))
}

/** Whether nothing but what is suggested differs: the words that would go out are those that were there. */
export function onlySuggests(one: Kept, other: Kept): boolean {
  const bare = (kept: Kept) => ({ ...kept, suggestedBody: null })
  return !saysTheSame(one, other) && saysTheSame(bare(one), bare(other))
}

export type Kept = Pick<Article, 'text' | 'suggestedBody' | keyof Placement>

/** A social text that was typed and taken away again is none, as where there never was one. */
export function isSameText(one: ArticleText, other: ArticleText): boolean {
  return canonicalJson(wholeText(one)) === canonicalJson(wholeText(other))
}

function wholeText<T extends Pick<ArticleText, 'socialText'>>(text: T): T {
  return { ...text, socialText: text.socialText ?? null }
}

function factsAndWords({ text, suggestedBody, slug, blogId, topicIds, bylines }: Kept): unknown {
  return { text: wholeText(text), suggestedBody, slug, blogId, topicIds, bylines }
}
