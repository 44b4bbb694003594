'use server'

import { z } from 'zod'
import { admittedUser } from '#lib/auth/session.ts'
import { idSchema } from '#lib/input/articles/saving.ts'
import { markNoticesRead } from '#lib/store/articles/desk/notices.ts'

const looked = z.strictObject({ articleId: idSchema, newest: idSchema })

/** The page of an article was in front of this person: their own notices about it are read, up to the newest it was made with. */
export async function readNotices(asked: z.input<typeof looked>): Promise<void> {
  const input = looked.safeParse(asked)
  const user = await admittedUser()
  if (!input.success || !user) return
  await markNoticesRead({ ...input.data, userId: user.id, now: new Date() })
}
