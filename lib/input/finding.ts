import { z } from 'zod'
import { findingLimits, foundKinds } from '#lib/domain/lists/found.ts'
import { readQuestion } from '#lib/domain/lists/query-values.ts'

/** What somebody typed into the newsroom's search, on its way to the server. */
export const findQuestion = z.strictObject({
  text: z
    .string()
    .max(findingLimits.question)
    .transform((text) => readQuestion(text)),
})

/** What a browser remembers as opened last. It may be anything: only what can be an id is asked for. */
export const recentQuestion = z.strictObject({
  refs: z
    .array(z.strictObject({ kind: z.enum(foundKinds), id: z.string().regex(/^[\w-]{1,64}$/) }))
    .max(findingLimits.recent),
})
