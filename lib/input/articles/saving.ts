import { z } from 'zod'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { longestQuote } from '#lib/domain/writing/saving/anchor.ts'
import type { Batch } from '#lib/domain/writing/saving/save-answers.ts'
import { parseDraft } from './article-draft.ts'
import { type Problem, problemsOf, textSchema } from './body/body.ts'

/** A draft and what it grew from, in any script: four bytes a character and room for quotes. More is not read at all. */
export const mostBatchBytes = 8_000_000

/** Named by the browser tab itself, as a random UUID. */
export const tabSchema = z.uuid()
export const idSchema = z.int().positive().max(2_147_483_647)

const batchSchema = z.strictObject({
  tab: tabSchema,
  sequence: idSchema,
  baseVersion: idSchema,
  draft: z.unknown(),
  base: z.unknown().optional(),
})

/** What a tab sent of its text. */
export function parseBatch(value: unknown): Result<Batch, readonly Problem[]> {
  const parsed = batchSchema.safeParse(value)
  if (!parsed.success) return refuse(problemsOf(parsed.error))
  const draft = parseDraft(parsed.data.draft)
  if (!draft.ok) return draft
  if (parsed.data.base === undefined) return ok({ ...parsed.data, draft: draft.value, base: undefined })
  const base = parseDraft(parsed.data.base)
  return base.ok ? ok({ ...parsed.data, draft: draft.value, base: base.value }) : base
}

/** A sign of life of a tab: it wants to write, only watches, takes over from another, or goes. */
export const presenceSchema = z.strictObject({ tab: tabSchema, wants: z.enum(['hold', 'watch', 'take', 'leave']) })
export type Presence = z.infer<typeof presenceSchema>

export const commentSchema = z.strictObject({
  articleId: idSchema,
  parentId: idSchema.nullable(),
  text: textSchema.max(4000),
  /** Readers were told something wrong: due until a correction says so. */
  wantsCorrection: z.boolean().default(false),
  anchor: z
    .strictObject({
      quote: z.string().min(1).max(longestQuote),
      prefix: z.string().max(100),
      suffix: z.string().max(100),
      blockIndex: z.int().min(0).max(10_000),
    })
    .refine((anchor) => [anchor.quote, anchor.prefix, anchor.suffix].every((text) => text.isWellFormed()))
    .nullable(),
})
