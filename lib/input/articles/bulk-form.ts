import { z } from 'zod'
import { bulkActs, mostBulkArticles, undoActs } from '#lib/domain/publishing/bulk.ts'
import { rowId } from '#lib/input/form-fields.ts'
import { publishingLimits, words } from './publishing-forms.ts'

// Messages are codes: the action says them in the user's language (`publishing.refusal` of lib/i18n/admin).

const optional = (most: number) =>
  words(most)
    .optional()
    .transform((value) => value || null)
const asMany = (value: unknown) => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const rowOrNothing = rowId.optional().catch(undefined)
const choices = {
  /** By the clock of each article's edition. */
  when: z.string().max(40, 'badTime').optional(),
  topic: rowOrNothing,
  blog: rowOrNothing,
}

/** What the page before the act is asked for, by its address: whatever makes no sense is as if it were not there. */
export const bulkQuestion = z.object({
  act: z.enum(bulkActs).optional().catch(undefined),
  article: z
    .preprocess(asMany, z.array(z.unknown()))
    .transform((ids) => [...new Set(ids.flatMap((id) => rowId.safeParse(id).data ?? []))].slice(0, mostBulkArticles)),
  back: z.string().max(2_000).optional().catch(undefined),
  ...choices,
  when: z.string().max(40).optional().catch(undefined),
})

/** An article as the page showed it: `id:version`, for a way back with what it was: `id:version:draft`. */
const item = z
  .string('invalid')
  .regex(/^[1-9]\d{0,8}:[1-9]\d{0,8}(:[a-z_]{1,20}|:\d{1,15})?$/, 'invalid')
  .transform((text) => {
    const [id, version, was = null] = text.split(':')
    return { id: Number(id), version: Number(version), was }
  })

export const bulkForm = z.object({
  act: z.enum([...bulkActs, ...undoActs], 'invalid'),
  item: z.preprocess(asMany, z.array(item).min(1, 'required').max(mostBulkArticles, 'tooLong')),
  ...choices,
  notice: optional(publishingLimits.notice),
  reason: optional(publishingLimits.reason),
})
