import type { Edition } from '#lib/domain/edition.ts'
import type { Places } from '#lib/domain/people/places.ts'
import type { Article, State } from '#lib/domain/workflow/newsroom.ts'
import { type EarlyState, earlyStates } from '#lib/domain/workflow/step-back.ts'
import type { Desk, DeskStage } from './desk-stage.ts'

/** An article on the board of its desk. */
export type BoardCard = {
  readonly id: number
  readonly version: number
  readonly headline: string
  readonly state: State['kind']
  readonly deskStageId: number | null
  /** Published, and a newer text waits. */
  readonly isPending: boolean
  readonly hasText: boolean
  readonly scheduledFor: Date | null
  readonly dueAt: Date | null
  readonly blogId: number
  readonly blogName: string
  /** Who began it; null for a program. */
  readonly authorId: string | null
  readonly authorName: string | null
  readonly bylines: readonly string[]
  /** Who writes in it at this moment. */
  readonly holder: string | null
  readonly openComments: number
}

/** The first of a column, and how many there are in all: exact up to `mostCounted`. */
export type BoardColumn = { readonly cards: readonly BoardCard[]; readonly count: number }

/** More than these nobody overlooks: the list has the rest. */
export const columnLimits = { cards: 50, counted: 1_000 } as const

/** The states alone, for a desk that has no stages of its own. Ids below zero are of no row. */
export const plainDesk: Desk = earlyStates.map((state, index) => ({
  ...{ id: -1 - index, name: state, state, position: 0, entryRole: null, follows: [], releases: true },
}))

export function isPlain({ id }: DeskStage): boolean {
  return id < 0
}

/** Whose stages stand in the columns of a board. */
export function boardDesk(desk: Desk): Desk {
  return desk.length > 0 ? desk : plainDesk
}

/** An article without a stage stands in the first one of its state, and so does one with a stage of another desk. */
export function isFirstOfState(stage: DeskStage, desk: Desk): boolean {
  return desk.find(({ state }) => state === stage.state) === stage
}

/** A desk whose board can be looked at: an edition's, or a blog's. */
export type BoardDesk = {
  readonly kind: 'edition' | 'blog'
  readonly id: number
  readonly name: string
  readonly edition: Edition
}

type Blog = Pick<BoardDesk, 'id' | 'name' | 'edition'>

/** The desks of somebody's places: each edition that is wholly theirs, and each blog. */
export function desksIn(places: Places, blogs: readonly Blog[]): readonly BoardDesk[] {
  return [...Map.groupBy(blogs, ({ edition }) => edition.id)].flatMap(([id, ofEdition]) => {
    const [first] = ofEdition
    const isWhole = places.kind === 'everywhere' || places.editionIds.includes(id)
    const own = ofEdition.filter((blog) => isWhole || (places.kind === 'some' && places.blogIds.includes(blog.id)))
    const { edition } = first ?? {}
    const whole: readonly BoardDesk[] = isWhole && edition ? [{ kind: 'edition', id, name: edition.name, edition }] : []
    return [
      ...whole,
      ...own.map((blog) => ({ kind: 'blog' as const, id: blog.id, name: blog.name, edition: blog.edition })),
    ]
  })
}

/** Blogs that have stages of their own: they are no part of their edition's board. */
export function blogsApart(stages: readonly { readonly blogId: number | null }[]): readonly number[] {
  return [...new Set(stages.flatMap(({ blogId }) => (blogId === null ? [] : [blogId])))]
}

/** As much of an article as the rules of stages ask about (move-to-stage.ts), without reading its text. */
export function articleOfCard(card: BoardCard, state: EarlyState, editionId: number): Article {
  const { id, version, blogId, headline, deskStageId, hasText } = card
  const body: Article['text']['body'] = hasText ? [{ kind: 'paragraph', content: [] }] : []
  return {
    ...{ id, version, blogId, editionId, deskStageId, slug: '', state: { kind: state } },
    text: { headline, standfirst: '', description: null, body, pictureId: null, sources: [], sourceLine: null },
    ...{ topicIds: [], bylines: [], corrections: [], embargoUntil: null, suggestedBody: null },
  }
}
