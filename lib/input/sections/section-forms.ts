import { z } from 'zod'
import type { Body } from '#lib/domain/text/body.ts'
import { parseBody } from '#lib/input/articles/body/body.ts'
import { moment, optionalRowId, requiredLine, rowId } from '#lib/input/form-fields.ts'

// Messages are codes: the action says them in the user's language.

export const sectionLimits = { name: 80, standfirst: 300, description: 300, headline: 200 } as const

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
  seenAt: moment,
  name: requiredLine(sectionLimits.name),
  standfirst: requiredLine(sectionLimits.standfirst),
  description: requiredLine(sectionLimits.description),
  editorId: optionalRowId,
  body,
})

export const pageForm = z.object({
  id: rowId,
  version: rowId,
  title: requiredLine(sectionLimits.name),
  description: requiredLine(sectionLimits.description),
  body,
})

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
