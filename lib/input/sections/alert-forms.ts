import { z } from 'zod'
import { requiredLine, rowId } from '#lib/input/form-fields.ts'

/** One line on a phone and two in a large font: longer alerts push the page they stand over out of sight. */
export const longestAlert = 140
export const alertHours = [1, 2, 4, 8, 12, 24, 48] as const

export const alertForm = z.object({
  edition: rowId,
  text: requiredLine(longestAlert),
  article: z
    .string()
    .trim()
    .regex(/^(?:[1-9]\d{0,8})?$/, 'invalid')
    .transform((value) => (value ? Number(value) : null)),
  startsAt: z.string().max(40),
  hours: z.coerce.number().refine((value) => alertHours.some((hours) => hours === value), 'choice'),
})
export const endAlertForm = z.object({ id: rowId })
