import { createHash } from 'node:crypto'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { countAttempt } from '#lib/store/people/attempts.ts'
import { findChallenged } from './challenge.ts'

/** The library takes the code of this half minute, of the one before and of the one after. */
const acceptedForMs = 90_000

/**
 * A code of the app opens the newsroom once (RFC 6238, 5.2): whoever read it over a shoulder comes too late. It is used up by asking,
 * before it is looked at, so that of two at the same moment one gets in.
 */
export const useCodeOnce = createAuthMiddleware(async (context) => {
  if (context.path !== '/two-factor/verify-totp') return
  const userId = (await getSessionFromCtx(context))?.user.id ?? (await findChallenged(context))
  // Nobody's: the library says that the challenge is over.
  if (!userId) return
  const digest = createHash('sha256').update(`${userId} ${context.body.code}`).digest('hex')
  const { count } = await countAttempt({ key: `used-code:${digest}`, windowMs: acceptedForMs, now: new Date() })
  if (count > 1) throw APIError.from('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'This code was used before' })
})
