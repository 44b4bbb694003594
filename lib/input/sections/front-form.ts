import { z } from 'zod'
import { mostSlots } from '#lib/domain/sections/front-slots.ts'
import { count, optionalLine, rowId } from '#lib/input/form-fields.ts'
import { sectionLimits } from './section-forms.ts'

const slots = z
  .array(
    z.strictObject({
      articleId: z.int().positive().max(2_147_483_647),
      /** Empty, and null of the picture: the article's own. */
      headline: optionalLine(sectionLimits.headline),
      standfirst: optionalLine(sectionLimits.standfirst),
      pictureId: z.int().positive().max(2_147_483_647).nullable(),
    }),
  )
  .max(mostSlots, 'tooLong')
  .refine((list) => new Set(list.map(({ articleId }) => articleId)).size === list.length, 'twice')

export const frontForm = z.object({
  edition: rowId,
  version: count,
  slots: z
    .string('invalid')
    .max(50_000, 'tooLong')
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'invalid' })
        return z.NEVER
      }
    })
    .pipe(slots),
})

export const frontQuestion = z.object({ editionId: z.int().positive(), text: z.string().max(200) })
