import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint, getSessionFromCtx } from 'better-auth/api'

type Context = Parameters<typeof getSessionFromCtx>[0]

const challengeCookie = 'two_factor'

/** Whose sign-in waits for its second step in this browser: the password was right. Null for nobody's. */
export async function findChallenged(context: Context): Promise<string | null> {
  const { name } = context.context.createAuthCookie(challengeCookie)
  const signed = await context.getSignedCookie(name, context.context.secret)
  return (signed && (await context.context.internalAdapter.findVerificationValue(signed))?.value) || null
}

/** Lets our own code ask the library for that; no address of the site does. Who is signed in already waits for nothing. */
export function challenges() {
  return {
    id: 'masthead-challenges',
    endpoints: {
      readChallenge: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async (context) => ({
        personId: (await getSessionFromCtx(context)) ? null : await findChallenged(context),
      })),
    },
  } satisfies BetterAuthPlugin
}
