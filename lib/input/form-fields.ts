import { z } from 'zod'

// Messages are codes: the action says them in the user's language (`shell.errors` of lib/i18n/admin).

/** Id of a row, as a form sends it: no sign, no leading zero, within PostgreSQL's integer. */
export const rowId = z
  .string('invalid')
  .regex(/^[1-9]\d{0,8}$/, 'invalid')
  .transform(Number)

/** The same, or nothing chosen. */
export const optionalRowId = z.union([z.literal('').transform(() => null), rowId])

/** Words on one line, at most so many characters: line ends and control characters of the clipboard are no part of a sentence. */
export function line(most: number, codeOfBroken: 'invalid' | 'required' = 'invalid') {
  return z
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
        .max(most, 'tooLong')
        // Half a character, of a clipboard that cut one in two.
        .refine((value) => value.isWellFormed(), codeOfBroken),
    )
}

export function requiredLine(most: number) {
  return line(most).refine((value) => value !== '', 'required')
}

/** Nothing typed is null. */
export function optionalLine(most: number) {
  return line(most).transform((value) => value || null)
}

/** How many there are, or which version, as a form was made with it. */
export const count = z
  .string('invalid')
  .regex(/^\d{1,9}$/, 'invalid')
  .transform(Number)

/** The moment that a form was made with. */
export const moment = z.iso.datetime('invalid').transform((text) => new Date(text))
