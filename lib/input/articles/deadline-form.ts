import { z } from 'zod'
import { rowId } from '#lib/input/form-fields.ts'

// Messages are codes: the action says them in the user's language (`publishing.refusal` of lib/i18n/admin).

export const deadlineForm = z.object({
  articleId: rowId,
  /** By the clock of the edition; nothing: no deadline. */
  due: z.string('required').max(40, 'badTime'),
  /** The deadline that the form was made with. */
  seen: z.union([z.literal('').transform(() => null), z.iso.datetime('badTime').transform((text) => new Date(text))]),
})
