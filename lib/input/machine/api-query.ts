import { z } from 'zod'
import { isRowId, readCursor } from '#lib/domain/lists/query-values.ts'
import { isEditionKey, isSectionSlug, isSlug } from '#lib/domain/site/address.ts'

/** Articles on one page of the API: whole texts, so no more than that. */
export const apiPage = { standard: 20, most: 50 } as const

const cursor = z
  .string()
  .transform((text, context) => {
    const cursor = readCursor(text)
    if (!cursor) context.addIssue('is no cursor that this API gave')
    return cursor ?? z.NEVER
  })
  .optional()

/** Topics of an edition: names alone. The list of editions shows the first page of each. */
export const topicsOnPage = 200

/** The query of a list. What it doesn't know it refuses: a partner's slip must not pass for an answer. */
export const articlesQuery = z.strictObject({
  edition: z.string().refine(isEditionKey, 'is no key of an edition').optional(),
  blog: z.string().refine(isSectionSlug, 'is no slug of a blog').optional(),
  topic: z.string().refine(isSlug, 'is no slug of a topic').optional(),
  before: cursor,
  limit: z
    .string()
    .regex(/^[1-9]\d?$/, `is no number from 1 to ${apiPage.most}`)
    .transform(Number)
    .refine((number) => number <= apiPage.most, `is no number from 1 to ${apiPage.most}`)
    .default(apiPage.standard),
})

export const topicsQuery = z.strictObject({
  edition: z.string().refine(isEditionKey, 'is no key of an edition').optional(),
  after: z.string().refine(isRowId, 'is no cursor that this API gave').transform(Number).default(0),
})

export const withdrawalsQuery = z.strictObject({ before: cursor })

export const noQuery = z.strictObject({})

/** `Bearer …` with a key of ours; null where there is no header, and the empty text for one that can't be a key. */
export function readKey(authorization: string | null): string | null {
  if (authorization === null) return null
  return /^Bearer +(mh_[\w-]{43})$/i.exec(authorization)?.[1] ?? ''
}
