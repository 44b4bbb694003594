import 'server-only'
import { env } from '#lib/env/env.ts'
import { createOneTime } from '#lib/store/people/one-time.ts'
import { newToken } from './token.ts'

const hourMs = 60 * 60_000

/** An hour for a letter that is read at once; a day for a link that an administrator hands over. */
export const resetLifetimes = { letter: hourMs, handed: 24 * hourMs } as const

export async function createResetLink(personId: string, lifetimeMs: number, now = new Date()): Promise<string> {
  const { token, hash } = newToken()
  const expiresAt = new Date(now.getTime() + lifetimeMs)
  await createOneTime({ kind: 'password-reset', hash, value: personId, expiresAt, now })
  return `${env().adminUrl}/admin/reset?token=${token}`
}
