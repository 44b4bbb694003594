import { z } from 'zod'
import { stageLimits } from '#lib/domain/desk/stage-changes.ts'
import { roles } from '#lib/domain/people/roles.ts'
import { earlyStates } from '#lib/domain/workflow/step-back.ts'
import { requiredLine, rowId } from '#lib/input/form-fields.ts'

// Messages are codes: the action says them in the user's language (`shell.errors`).

/** Which desk a form is about, as its address says it too: `edition-1`, `blog-7`. */
export const deskKey = z
  .string('invalid')
  .regex(/^(edition|blog)-[1-9]\d{0,8}$/, 'invalid')
  .transform((key) => {
    const [kind, id] = key.split('-')
    return { kind: kind === 'blog' ? ('blog' as const) : ('edition' as const), id: Number(id) }
  })

/** Several boxes of one name: a form sends none, one or a list. */
const ids = z
  .union([rowId.transform((id) => [id]), z.array(rowId).max(stageLimits.stages, 'invalid')], 'invalid')
  .optional()
  .transform((list) => list ?? [])

const words = {
  name: requiredLine(stageLimits.name),
  state: z.enum(earlyStates, 'choice'),
  entryRole: z.union([z.literal('').transform(() => null), z.enum(roles, 'choice')], 'choice'),
  follows: ids,
  releases: z
    .literal('yes', 'invalid')
    .optional()
    .transform((ticked) => ticked === 'yes'),
}

export const deskForm = z.object({ desk: deskKey })
export const newStageForm = deskForm.extend(words)
/** `seen` is what the stage said to whoever changes it now. */
export const stageForm = deskForm.extend({ ...words, id: rowId, seen: z.string('invalid').max(1_000, 'invalid') })
export const removeStageForm = deskForm.extend({ id: rowId, into: rowId })
export const stageOrderForm = deskForm.extend({
  state: z.enum(earlyStates, 'invalid'),
  ids: z
    .string('invalid')
    .regex(/^[1-9]\d{0,8}(,[1-9]\d{0,8})*$/, 'invalid')
    .transform((text) => text.split(',').map(Number)),
})
