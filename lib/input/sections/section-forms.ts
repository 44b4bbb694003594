import { z } from 'zod'
import type { Body } from '#lib/domain/text/body.ts'
import { parseBody } from '#lib/input/articles/body.ts'

// Messages are codes: the action says them in the user's language.

export const sectionLimits = { name: 80, standfirst: 300, description: 300, headline: 200 } as const

export const rowId = z
  .string('invalid')
  .regex(/^[1-9]\d{0,8}$/, 'invalid')
  .transform(Number)

export const line = (most: number) =>
  z
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
        .refine((value) => value.isWellFormed(), 'invalid'),
    )
const required = (most: number) => line(most).refine((value) => value !== '', 'required')

/** As the editor sends it. */
const body = z
  .string('invalid')
  .max(500_000, 'tooLong')
  .transform((text, context): Body => {
    const parsed = parseBody(readJson(text))
    if (parsed.ok) return parsed.value
    context.addIssue({ code: 'custom', message: 'invalid' })
    return z.NEVER
  })
  .refine((blocks) => blocks.length > 0, 'required')

export const blogForm = z.object({
  id: rowId,
  seenAt: z.iso.datetime('invalid').transform((text) => new Date(text)),
  name: required(sectionLimits.name),
  standfirst: required(sectionLimits.standfirst),
  description: required(sectionLimits.description),
  editorId: z.union([z.literal('').transform(() => null), rowId]),
  body,
})

export const pageForm = z.object({
  id: rowId,
  version: rowId,
  title: required(sectionLimits.name),
  description: required(sectionLimits.description),
  body,
})

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
