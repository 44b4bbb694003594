import { z } from 'zod'
import { mostImportBytes } from '#lib/domain/imports/import-upload.ts'
import { optionalRowId, requiredLine, rowId } from '#lib/input/form-fields.ts'

/** The announcement of a file. */
export const importAnnouncement = z.strictObject({
  fileName: requiredLine(255),
  bytes: z.number().int().min(1).max(mostImportBytes),
})

/** Starting a run: looking through the file, or taking it in. Messages are codes. */
export const startImportForm = z.object({
  run: rowId,
  edition: rowId,
  blog: optionalRowId.default(null),
  fetch: z.literal('yes').optional(),
  /** Where the other site is; nothing for a file that says it. */
  site: z
    .string()
    .trim()
    .max(2_000, 'address')
    .refine((text) => text === '' || isSiteAddress(text), 'address')
    .transform((text) => text || null)
    .default(null),
  step: z.enum(['look', 'import'], 'invalid'),
})

/** The command line asks for the same. */
export function isSiteAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === ''
}

export const importRunId = rowId
