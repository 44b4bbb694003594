import type { Desk } from '#lib/domain/desk/desk-stage.ts'
import { type Kept, mayRelease } from '#lib/domain/desk/stage-rules.ts'
import type { Block, Body, Figure, Inline } from '#lib/domain/text/body.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { countSuggestions } from '#lib/domain/writing/suggesting/suggestions-of.ts'
import { hasExpired } from '../media/rights.ts'
import { isArticleSlug } from '../site/address.ts'

/** The part of the article page where a finding is put right. */
export type CheckField = 'headline' | 'standfirst' | 'body' | 'bylines' | 'picture' | 'address' | 'publishing'

/** Something to put right before readers see it. What `blocks` stops publication; the rest is worth a look. */
export type Finding = { readonly blocks: boolean; readonly field: CheckField } & (
  | { readonly kind: 'no-headline' | 'no-standfirst' | 'no-body' | 'no-byline' | 'no-picture' }
  | { readonly kind: 'bad-address' | 'address-taken'; readonly slug: string }
  | { readonly kind: 'no-alt' | 'alt-is-caption' | 'rights-ended'; readonly picture: string }
  | { readonly kind: 'dead-link' | 'waiting-link'; readonly words: string }
  | { readonly kind: 'open-suggestions'; readonly count: number }
  | { readonly kind: 'under-embargo'; readonly until: Date }
  | Kept
)

/** What the checks must know that is no part of the article (lib/store/articles/publish-ground.ts). */
export type PublishGround = {
  /** The stages that hold where the article stands. */
  readonly desk: Desk
  readonly isAddressFree: boolean
  /** Words about pictures in the edition's language; null where there are none. */
  readonly pictures: readonly {
    readonly id: number
    readonly fileName: string
    readonly alt: string | null
    readonly caption: string | null
    readonly rightsUntil: Date | null
  }[]
  /** Articles of the body's links, by what readers find behind them. */
  readonly linked: readonly { readonly id: number; readonly state: 'public' | 'waiting' | 'gone' }[]
  /** Addresses on this site, as the body's links write them, behind which nothing stands. */
  readonly deadHrefs: readonly string[]
}

/** What stands in the way of publication at `at`, the gravest first. */
export function findings(article: Article, ground: PublishGround, at: Date): readonly Finding[] {
  const { text, embargoUntil } = article
  const found: readonly Finding[] = [
    ...(text.headline.trim() ? [] : [{ kind: 'no-headline', blocks: true, field: 'headline' } as const]),
    ...(text.standfirst.trim() ? [] : [{ kind: 'no-standfirst', blocks: true, field: 'standfirst' } as const]),
    ...(text.body.length > 0 ? [] : [{ kind: 'no-body', blocks: true, field: 'body' } as const]),
    ...(article.bylines.length > 0 ? [] : [{ kind: 'no-byline', blocks: true, field: 'bylines' } as const]),
    ...ofDesk(article, ground),
    ...ofAddress(article, ground),
    ...ofPictures(article, ground, at),
    ...ofLinks(text.body, ground),
    ...ofSuggestions(article),
    ...(embargoUntil && at < embargoUntil
      ? [{ kind: 'under-embargo', blocks: true, field: 'publishing', until: embargoUntil } as const]
      : []),
  ]
  return found.toSorted((one, other) => Number(other.blocks) - Number(one.blocks))
}

function ofDesk(article: Article, { desk }: PublishGround): readonly Finding[] {
  const released = mayRelease(article, desk)
  return released.ok ? [] : [{ ...released.error, blocks: true, field: 'publishing' }]
}

function ofAddress({ slug }: Article, { isAddressFree }: PublishGround): readonly Finding[] {
  if (!isArticleSlug(slug)) return [{ kind: 'bad-address', blocks: true, field: 'address', slug }]
  return isAddressFree ? [] : [{ kind: 'address-taken', blocks: true, field: 'address', slug }]
}

function ofPictures({ text }: Article, { pictures }: PublishGround, at: Date): readonly Finding[] {
  const places = [
    ...(text.pictureId === null ? [] : [{ id: text.pictureId, field: 'picture', decorative: '' } as const]),
    ...figuresIn(text.body)
      .filter(({ pictureId }) => pictureId !== text.pictureId)
      .map(({ pictureId: id, decorative }) => ({ id, field: 'body', decorative }) as const),
  ]
  const found = places.flatMap(({ id, field, decorative = '' }): readonly Finding[] => {
    const known = pictures.find((picture) => picture.id === id)
    const picture = known?.fileName ?? `#${id}`
    const ended = hasExpired(known?.rightsUntil ?? null, at)
    return [
      ...(ended ? [{ kind: 'rights-ended', blocks: true, field, picture } as const] : []),
      ...(decorative ? [] : ofWords(known, { field, picture })),
    ]
  })
  return text.pictureId === null ? [{ kind: 'no-picture', blocks: false, field: 'picture' }, ...found] : found
}

function ofWords(
  words: PublishGround['pictures'][number] | undefined,
  place: { readonly field: CheckField; readonly picture: string },
): readonly Finding[] {
  if (!words?.alt?.trim()) return [{ kind: 'no-alt', blocks: true, ...place }]
  // A screen reader would say the same sentence twice, and still not what there is to see.
  return same(words.alt, words.caption ?? '') ? [{ kind: 'alt-is-caption', blocks: true, ...place }] : []
}

function ofLinks(body: Body, { linked, deadHrefs }: PublishGround): readonly Finding[] {
  return linksIn(body).flatMap(({ words, articleId, href }): readonly Finding[] => {
    const state = articleId === null ? null : (linked.find(({ id }) => id === articleId)?.state ?? 'gone')
    if (state === 'gone' || (href !== null && deadHrefs.includes(href)))
      return [{ kind: 'dead-link', blocks: true, field: 'body', words }]
    // The reader's page leaves such a link out until the other article is published.
    return state === 'waiting' ? [{ kind: 'waiting-link', blocks: false, field: 'body', words }] : []
  })
}

function ofSuggestions({ suggestedBody }: Article): readonly Finding[] {
  const count = suggestedBody ? countSuggestions(suggestedBody) : 0
  return count > 0 ? [{ kind: 'open-suggestions', blocks: false, field: 'body', count }] : []
}

/** Pictures of the figures, in their order. */
export function picturesIn(body: Body): readonly number[] {
  return figuresIn(body).map(({ pictureId }) => pictureId)
}

function figuresIn(body: Body): readonly Figure[] {
  return body.filter((block) => block.kind === 'figure')
}

type BodyLink = { readonly words: string; readonly articleId: number | null; readonly href: string | null }

/** Every link of a body with the words that it stands on. */
export function linksIn(body: Body): readonly BodyLink[] {
  return body.flatMap(linksOf)
}

function linksOf(block: Block): readonly BodyLink[] {
  switch (block.kind) {
    case 'paragraph':
      return ofInline(block.content)
    case 'quotation':
      return [...block.paragraphs, block.attribution ?? []].flatMap(ofInline)
    case 'list':
      return block.items.flatMap(ofInline)
    case 'table':
      return [block.head, ...block.rows].flat().flatMap(ofInline)
    case 'fact-box':
      return linksIn(block.body)
    case 'crosshead':
    case 'pull-quote':
    case 'figure':
    case 'embed':
    case 'divider':
      return []
  }
}

function ofInline(content: Inline): readonly BodyLink[] {
  return content.flatMap(({ text, marks = [] }) =>
    marks.flatMap((mark): readonly BodyLink[] => {
      if (mark.kind === 'article-link') return [{ words: text, articleId: mark.articleId, href: null }]
      return mark.kind === 'link' ? [{ words: text, articleId: null, href: mark.href }] : []
    }),
  )
}

function same(one: string, other: string): boolean {
  const bare = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\p{P}\p{Z}\s]+/gu, '')
  return bare(one) === bare(other)
}
