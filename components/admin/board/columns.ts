import { articleOfCard, type BoardCard, type BoardColumn, columnLimits, isPlain } from '#lib/domain/desk/board.ts'
import { deadlineState } from '#lib/domain/desk/deadline.ts'
import type { Desk, DeskStage } from '#lib/domain/desk/desk-stage.ts'
import { givesBack, stagesOpenTo } from '#lib/domain/desk/move-to-stage.ts'
import type { Edition } from '#lib/domain/edition.ts'
import { may, type SignedIn } from '#lib/domain/people/permissions.ts'
import { zonedClock } from '#lib/domain/publishing/zoned-time.ts'
import { dayAndTime, deadlineText } from '#lib/i18n/admin/desk/board/deadline-text.ts'
import { moveRefusalText } from '#lib/i18n/admin/sections/stages/refusal-text.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { formatOf } from '#lib/i18n/format.ts'
import type { DeadlineFields } from './deadline-menu.client.tsx'
import type { Due } from './due-mark.tsx'

/** A stage that a card could go to. */
export type CardMove = {
  readonly to: string
  readonly name: string
  /** What stands in the way of this person; null: nothing. */
  readonly reason: string | null
  /** The reason begins with the stage: it needs no name before it. */
  readonly isNamed: boolean
  /** Gives the text back to its writer, who is to hear why. */
  readonly isBack: boolean
}

/** An article as the board shows it. Plain values: they travel to the browser. */
export type Card = {
  readonly id: number
  readonly version: number
  readonly name: string
  readonly by: string
  readonly blog: string | null
  readonly holder: string | null
  readonly openComments: number
  readonly goesOut: string | null
  readonly due: Due | null
  /** Null for who may not set it. */
  readonly deadline: DeadlineFields | null
  readonly moves: readonly CardMove[]
}

export type Column = {
  readonly key: string
  readonly name: string
  readonly cards: readonly Card[]
  readonly count: number
  /** There are more than `count`. */
  readonly isMore: boolean
  /** The list with all of them. */
  readonly all: string
}

type Board = { readonly stages: readonly BoardColumn[]; readonly scheduled: BoardColumn }

type ColumnSetting = {
  readonly user: SignedIn
  readonly place: { readonly editionId: number; readonly blogId: number | null }
  readonly edition: Pick<Edition, 'id' | 'timeZone'>
  readonly desk: Desk
  readonly authorId: string | null
  readonly words: AdminWords
  readonly locale: string
  readonly now: Date
}

/** Name of a stage: its own, or that of the state where a desk has no stages. */
function stageName(stage: DeskStage, words: AdminWords): string {
  return isPlain(stage) ? words(`editor.state.${stage.state}`) : stage.name
}

/** The desk's stages, and what goes out by itself, in the words of the person who looks. */
export function boardColumns(board: Board, setting: ColumnSetting): readonly Column[] {
  const { desk, words } = setting
  const nothing = { cards: [], count: 0 }
  const stages = desk.map((stage, index) => {
    const all = listOf(isPlain(stage) ? { state: stage.state } : { stage: String(stage.id) }, setting)
    return columnFrom(
      board.stages[index] ?? nothing,
      { key: String(stage.id), name: stageName(stage, words), all },
      setting,
    )
  })
  const scheduled = {
    key: 'scheduled',
    name: words('editor.state.scheduled'),
    all: listOf({ state: 'scheduled' }, setting),
  }
  return [...stages, columnFrom(board.scheduled, scheduled, setting)]
}

function listOf(standing: Readonly<Record<string, string>>, { place, authorId }: ColumnSetting): string {
  const { editionId, blogId } = place
  const where: Readonly<Record<string, string>> =
    blogId === null ? { edition: String(editionId) } : { blog: String(blogId) }
  const author: Readonly<Record<string, string>> = authorId === null ? {} : { author: authorId }
  return `/admin/articles?${new URLSearchParams({ ...standing, ...where, ...author })}`
}

function columnFrom(
  { cards, count }: BoardColumn,
  { key, name, all }: Pick<Column, 'key' | 'name' | 'all'>,
  setting: ColumnSetting,
): Column {
  const shown = cards.map((card) => cardFrom(card, setting))
  return {
    ...{ key, name, all, cards: shown },
    count: Math.min(count, columnLimits.counted),
    isMore: count > columnLimits.counted,
  }
}

function cardFrom(card: BoardCard, setting: ColumnSetting): Card {
  const { user, place, edition, words, locale, now } = setting
  const { timeZone } = edition
  const { id, version, headline, holder, openComments, dueAt, scheduledFor, authorName } = card
  const scope = { editionId: edition.id, blogId: card.blogId, authorId: card.authorId, state: card.state }
  const state = deadlineState(dueAt, card, now)
  const format = formatOf({ locale, timeZone })
  const when = scheduledFor && dayAndTime(scheduledFor, now, { locale, timeZone })
  return {
    ...{ id, version, name: headline, holder, openComments },
    by: card.bylines.length > 0 ? format.list(card.bylines) : (authorName ?? words('desk.list.program')),
    // Cards name their blog where the board is of more than one.
    blog: place.blogId === null ? card.blogName : null,
    goesOut: when && words(card.isPending ? 'board.updateGoesOut' : 'board.goesOut', { when }),
    due: dueAt && state !== 'none' ? { state, text: deadlineText(dueAt, now, { words, locale, timeZone }) } : null,
    deadline:
      !scheduledFor && may(user, 'article.edit', scope)
        ? { clock: dueAt ? zonedClock(dueAt, timeZone) : '', seen: dueAt?.toISOString() ?? '' }
        : null,
    moves: movesOf(card, scope, setting),
  }
}

function movesOf(
  card: BoardCard,
  scope: Parameters<typeof stagesOpenTo>[1]['scope'],
  { user, edition, desk, words, locale }: ColumnSetting,
): readonly CardMove[] {
  const { state } = card
  if (state !== 'draft' && state !== 'in_review' && state !== 'approved') return []
  const article = articleOfCard(card, state, edition.id)
  return stagesOpenTo(user, { article, desk, scope }).map(({ stage, refusal }) => ({
    ...{ to: String(stage.id), name: stageName(stage, words), isBack: givesBack(state, stage.state) },
    reason: refusal && moveRefusalText(refusal, { words, locale }),
    isNamed: refusal?.kind === 'stage-comes-after',
  }))
}
