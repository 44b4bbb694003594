import { z } from 'zod'
import { mostImportBytes } from '#lib/domain/imports/import-upload.ts'

/** The announcement of a file. */
export const importAnnouncement = z.strictObject({
  fileName: z.string().trim().min(1).max(255),
  bytes: z.number().int().min(1).max(mostImportBytes),
})

const id = z
  .string('invalid')
  .regex(/^[1-9]\d{0,8}$/, 'invalid')
  .transform(Number)

/** Starting a run: looking through the file, or taking it in. Messages are codes. */
export const startImportForm = z.object({
  run: id,
  edition: id,
  blog: z.union([z.literal('').transform(() => null), id]).default(null),
  fetch: z.literal('yes').optional(),
  step: z.enum(['look', 'import'], 'invalid'),
})

export const importRunId = id
