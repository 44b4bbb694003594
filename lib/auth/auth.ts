import 'server-only'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { nextCookies } from 'better-auth/next-js'
import { twoFactor } from 'better-auth/plugins'
import { passwordLimits } from '#lib/domain/people/password-limits.ts'
import { sessionDays } from '#lib/domain/site/session-length.ts'
import { authSecret, env } from '#lib/env/env.ts'
import { type Database, database } from '#lib/store/database/client.ts'
import { findSessionDays } from '#lib/store/site/session-setting.ts'
import { challenges } from './challenge.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { useCodeOnce } from './single-use-code.ts'

/** As long as a browser keeps the cookie; the session itself ends when the site's settings say (`lastingAsSet`). */
const cookieSeconds = Math.max(...sessionDays) * 24 * 60 * 60
const siteName = 'Masthead'

let made: ReturnType<typeof make> | undefined

/**
 * The auth library, set up for this newsroom. It holds the sessions, passwords, second factors and passkeys; people, roles,
 * invitations and reset links are ours (lib/store/people/people.ts), and so nobody can sign up by any of its addresses.
 */
export function auth() {
  made ??= make()
  return made
}

function make() {
  const { adminUrl } = env()
  const isSecure = adminUrl.startsWith('https:')
  return betterAuth({
    appName: siteName,
    baseURL: adminUrl,
    basePath: '/api/auth',
    secret: authSecret(),
    trustedOrigins: [adminUrl],
    telemetry: { enabled: false },
    database: prismaAdapter(storeClient, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLimits.least,
      maxPasswordLength: passwordLimits.most,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: cookieSeconds, disableSessionRefresh: true, cookieCache: { enabled: false } },
    // Our own counts come first (lib/auth/request/throttle.ts); these are the library's, for the passkey addresses.
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 30 },
    advanced: {
      cookiePrefix: 'masthead',
      useSecureCookies: isSecure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure },
      ipAddress: { ipAddressHeaders: ['x-masthead-address'] },
    },
    hooks: { before: useCodeOnce },
    databaseHooks: {
      session: {
        create: {
          before: async (session) =>
            (await isDisabled(session.userId)) ? false : { data: await lastingAsSet(session) },
        },
      },
    },
    plugins: [
      twoFactor({ issuer: siteName }),
      challenges(),
      passkey({
        rpID: new URL(adminUrl).hostname,
        rpName: siteName,
        origin: adminUrl,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      }),
      cookiesOfActions(),
    ],
  })
}

/** A session ends so many days after sign-in whatever happens: a lost laptop is not signed in for ever. */
async function lastingAsSet<T extends { readonly expiresAt: Date }>(session: T): Promise<T> {
  const days = await findSessionDays()
  return { ...session, expiresAt: new Date(Date.now() + days * 24 * 60 * 60_000) }
}

async function isDisabled(userId: string): Promise<boolean> {
  const user = await database().user.findUnique({ where: { id: userId }, select: { disabledAt: true } })
  return !user || user.disabledAt !== null
}

/** The library works in the transaction that is open around it, like every other part of the store. */
const storeClient: Database = new Proxy({} as Database, {
  get: (_, name) => Reflect.get(database(), name),
})

/**
 * Cookies that an action's call of the library sets. Asking who is there sets none worth having: it would take away the cookie of a
 * session that ended, and Next makes the whole page anew around a form when a cookie changes.
 */
function cookiesOfActions() {
  const plugin = nextCookies()
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: ({ path }: { readonly path?: string }) => path !== '/get-session',
  }))
  return { ...plugin, hooks: { ...plugin.hooks, after } }
}
