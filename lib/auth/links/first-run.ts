import { env } from '#lib/env/env.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { createOneTime, dropOneTimes } from '#lib/store/people/one-time.ts'
import { hasPeople } from '#lib/store/people/people.ts'
import { newToken } from './token.ts'

const firstRunMs = 24 * 60 * 60_000

/** A link that makes whoever opens it first the administrator; null when somebody is here. It replaces earlier ones. */
export async function firstRunLink(now = new Date()): Promise<string | null> {
  return inTransaction(async () => {
    if (await hasPeople()) return null
    const { token, hash } = newToken()
    await dropOneTimes('first-run')
    const expiresAt = new Date(now.getTime() + firstRunMs)
    await createOneTime({ kind: 'first-run', hash, value: 'owner', expiresAt, now })
    return `${env().adminUrl}/admin/first-run?token=${token}`
  })
}
