import { z } from 'zod'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { isArticleSlug } from '#lib/domain/site/address.ts'
import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import { hrefSchema, type Problem, parseSuggestedBody, problemsOf, textSchema } from './body/body.ts'

/** Characters that a field takes; the editor's counters warn long before. */
export const draftLimits = {
  headline: 300,
  standfirst: 1000,
  description: 500,
  socialText: 500,
  sourceLine: 500,
} as const

/** Of the whole draft as JSON: some 100,000 words. Only a mistake or an attack is longer, and each save would cost seconds. */
export const mostCharacters = 1_000_000

/** A row of a list in a fact box is the deepest, at 11. */
const mostLevels = 20

/** A draft that came from a browser. Fields may be empty, for the article is not finished; what they hold must be text. */
export function parseDraft(value: unknown): Result<ArticleDraft, readonly Problem[]> {
  // Before anything walks it by recursion, as JSON.stringify does.
  if (isDeeper(value, mostLevels)) return refuse([{ path: 'body', message: 'holds things inside each other too deep' }])
  const size = JSON.stringify(value)?.length ?? 0
  if (size > mostCharacters) return refuse([{ path: 'body', message: `is longer than ${mostCharacters} characters` }])
  const parsed = draftSchema.safeParse(value)
  if (!parsed.success) return refuse(problemsOf(parsed.error))
  const body = parseSuggestedBody(parsed.data.body)
  if (!body.ok)
    return refuse(body.error.map(({ path, message }) => ({ path: path ? `body.${path}` : 'body', message })))
  return ok({ ...parsed.data, body: body.value })
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1))
}

const idSchema = z.number().int().positive().max(2_147_483_647)

const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => (text.trim() === '' ? '' : text))
    .pipe(z.union([z.literal(''), textSchema]))

const optionalLine = (longest: number) =>
  line(longest)
    .nullable()
    .transform((text) => text || null)

const unique = (ids: readonly number[]) => new Set(ids).size === ids.length

const draftSchema = z.strictObject({
  headline: line(draftLimits.headline),
  standfirst: line(draftLimits.standfirst),
  description: optionalLine(draftLimits.description),
  socialText: optionalLine(draftLimits.socialText).optional(),
  body: z.unknown(),
  pictureId: idSchema.nullable(),
  sources: z.array(z.strictObject({ name: textSchema, href: hrefSchema.optional() })).max(100),
  sourceLine: optionalLine(draftLimits.sourceLine),
  slug: z.string().refine(isArticleSlug, 'is not an address'),
  blogId: idSchema,
  topicIds: z.array(idSchema).max(30).refine(unique, 'names a topic twice'),
  bylines: z
    .array(z.strictObject({ contributorId: idSchema, role: textSchema.max(100).nullable() }))
    .max(30)
    .refine((bylines) => unique(bylines.map(({ contributorId }) => contributorId)), 'names a person twice'),
})
