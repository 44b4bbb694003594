import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { dropOneTimes, takeOneTime } from './one-time.ts'
import { replacePassword } from './people.ts'

/** Uses a reset link up. Every other link of the same person ends with it. */
export async function resetPassword(reset: {
  readonly tokenHash: string
  readonly passwordHash: string
  readonly now: Date
}): Promise<Result<{ readonly email: string }, { readonly kind: 'link-over' }>> {
  const { tokenHash, passwordHash, now } = reset
  return inTransaction(async (open) => {
    const id = await takeOneTime('password-reset', tokenHash, now)
    const person =
      id &&
      (await open.user.findFirst({ where: { id, disabledAt: null }, select: { id: true, name: true, email: true } }))
    if (!person) return refuse({ kind: 'link-over' })
    await dropOneTimes('password-reset', person.id)
    await dropOneTimes('reset-asked', person.id)
    await replacePassword({ id: person.id, passwordHash, by: person.name, now })
    return ok({ email: person.email })
  })
}
