import type { Receipt } from '#lib/domain/delivery/delivery.ts'
import type { DeskStage } from '#lib/domain/desk/desk-stage.ts'
import type { OpenStage } from '#lib/domain/desk/move-to-stage.ts'
import type { Edition } from '#lib/domain/edition.ts'
import type { Act } from '#lib/domain/publishing/acts.ts'
import type { Finding } from '#lib/domain/publishing/checks.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import type { StepAction } from './step-form.client.tsx'

/** What the publishing panel shows, and in whose words. Times are by the clock of the article's edition. */
export type PublishingSetting = {
  readonly article: Article
  readonly edition: Pick<Edition, 'timeZone'>
  readonly findings: readonly Finding[]
  /** Somebody who may not approve changed the words after they were approved, or scheduled for `wasDue`. */
  readonly lostApproval: { readonly by: string; readonly at: Date; readonly wasDue: Date | null } | null
  /** Of one that is gone: how other programs were told. */
  readonly receipts: readonly Receipt[]
  /** Where readers read it: on their origin. */
  readonly readAt: string
  readonly acts: readonly Act[]
  readonly actions: Readonly<Record<Act, StepAction>>
  /** The stage in which it stands, and the others of its desk; null where the states alone count. */
  readonly desk: { readonly stage: DeskStage; readonly others: readonly OpenStage[] } | null
  readonly moveAction: StepAction
  readonly words: AdminWords
  readonly locale: string
  readonly now: Date
}
