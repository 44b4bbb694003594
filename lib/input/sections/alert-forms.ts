import { z } from 'zod'

/** One line on a phone and two in a large font: longer alerts push the page they stand over out of sight. */
export const longestAlert = 140
export const alertHours = [1, 2, 4, 8, 12, 24, 48] as const

const rowNumber = z
  .string('invalid')
  .regex(/^[1-9]\d{0,8}$/, 'invalid')
  .transform(Number)

export const alertForm = z.object({
  edition: rowNumber,
  text: z
    .string('required')
    .transform((value) =>
      value
        .normalize('NFC')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim(),
    )
    .pipe(
      z
        .string()
        .min(1, 'required')
        .max(longestAlert, 'tooLong')
        .refine((value) => value.isWellFormed(), 'invalid'),
    ),
  article: z
    .string()
    .trim()
    .regex(/^(?:[1-9]\d{0,8})?$/, 'invalid')
    .transform((value) => (value ? Number(value) : null)),
  startsAt: z.string().max(40),
  hours: z.coerce.number().refine((value) => alertHours.some((hours) => hours === value), 'choice'),
})
export const endAlertForm = z.object({ id: rowNumber })
