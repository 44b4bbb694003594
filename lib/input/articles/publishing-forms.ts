import { z } from 'zod'
import { previewHours } from '#lib/domain/publishing/preview.ts'
import { line, rowId } from '#lib/input/form-fields.ts'

// Messages are codes: the action says them in the user's language (`publishing.refusal` of lib/i18n/admin).

/** What the fields of the publishing forms take, so that a form can say so before it is sent. */
export const publishingLimits = { note: 2_000, correction: 1_000, reason: 500, notice: 500 } as const

/** What is left of a broken character is nothing: it is asked for again. */
export const words = (most: number) => line(most, 'required')
const needed = (most: number) => words(most).pipe(z.string().min(1, 'required'))
const optional = (most: number) => words(most).transform((value) => value || null)
const clock = z.string('required').max(40, 'badTime')

export const stepForm = z.object({ articleId: rowId, version: rowId })
export const sendBackForm = stepForm.extend({ note: needed(publishingLimits.note) })
/** `stage` is the id of one; below zero it is a state, for a desk that has no stages (domain/desk/board.ts). */
export const moveToStageForm = stepForm.extend({
  stage: z
    .string('required')
    .min(1, 'required')
    .regex(/^-?[1-9]\d{0,8}$/, 'invalid')
    .transform(Number),
  note: words(publishingLimits.note).optional(),
})
export const scheduleForm = stepForm.extend({ when: clock.min(1, 'required') })
export const embargoForm = stepForm.extend({ until: clock })
export const correctionForm = stepForm.extend({
  text: needed(publishingLimits.correction),
  place: z.enum(['top', 'bottom'], 'required'),
  // What went wrong is what a newsroom learns from: nobody remembers it afterwards.
  reason: needed(publishingLimits.reason),
})
export const withdrawForm = stepForm.extend({
  notice: optional(publishingLimits.notice),
  reason: optional(publishingLimits.reason),
})
export const timedWithdrawalForm = withdrawForm.extend({ when: clock.min(1, 'required') })
export const killForm = withdrawForm.extend({ sure: z.literal('yes', 'sure') })
export const previewForm = z.object({
  articleId: rowId,
  hours: z.coerce.number('choice').refine((hours) => previewHours.some((one) => one === hours), 'choice'),
})
export const revokePreviewForm = z.object({ articleId: rowId, link: rowId })
