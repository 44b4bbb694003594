import { z } from 'zod'
import { mostImportBytes } from '#lib/domain/imports/import-upload.ts'
import { optionalRowId, rowId } from '#lib/input/form-fields.ts'

/** The announcement of a file. */
export const importAnnouncement = z.strictObject({
  fileName: z.string().trim().min(1).max(255),
  bytes: z.number().int().min(1).max(mostImportBytes),
})

/** Starting a run: looking through the file, or taking it in. Messages are codes. */
export const startImportForm = z.object({
  run: rowId,
  edition: rowId,
  blog: optionalRowId.default(null),
  fetch: z.literal('yes').optional(),
  step: z.enum(['look', 'import'], 'invalid'),
})

export const importRunId = rowId
