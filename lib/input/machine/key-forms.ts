import { z } from 'zod'
import { requiredLine, rowId } from '#lib/input/form-fields.ts'

// Messages are codes: the action says them in the user's language (`shell.errors` of lib/i18n/admin).

/** `everything`, `edition:3`, `blog:7` or `topic:2`, as the select sends it. */
const place = z
  .string('choice')
  .regex(/^(?:everything|(?:edition|blog|topic):[1-9]\d{0,8})$/, 'choice')
  .transform((value) => {
    const [kind, id] = value.split(':')
    const idOf = (one: string) => (kind === one ? Number(id) : null)
    return { editionId: idOf('edition'), blogId: idOf('blog'), topicId: idOf('topic') }
  })

export const newKeyForm = z.object({
  name: requiredLine(80),
  place,
})

export const keyIdForm = z.object({ id: rowId })
