import type { Desk } from '#lib/domain/desk/desk-stage.ts'
import { may, type SignedIn } from '#lib/domain/people/permissions.ts'
import { earlyStates } from '#lib/domain/workflow/step-back.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import type { DeskPlace } from '#lib/store/desks/desk-stages.ts'

export function mayEditStages(user: SignedIn, { editionId, blogId }: DeskPlace): boolean {
  return may(user, 'stage.edit', { editionId, ...(blogId !== null && { blogId }) })
}

/** What a form says which desk it is about, and its page's address (lib/input/sections/stage-forms.ts reads both). */
export function keyOf({ editionId, blogId }: DeskPlace): string {
  return blogId === null ? `edition-${editionId}` : `blog-${blogId}`
}

export function addressOf(place: DeskPlace): string {
  return `/admin/stages/${keyOf(place)}`
}

/** In what a desk works: its stages, or the states that every desk has. */
export function stageNames(desk: Desk, words: AdminWords): readonly string[] {
  return desk.length > 0 ? desk.map(({ name }) => name) : earlyStates.map((state) => words(`stages.builtIn.${state}`))
}
