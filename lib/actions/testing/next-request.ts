import { createHmac, randomBytes } from 'node:crypto'
import { registerHooks } from 'node:module'
import { asksAgain, signedOut } from '#lib/domain/form-state.ts'
import type { Role } from '#lib/domain/people/roles.ts'
import { inTransaction } from '#lib/store/database/client.ts'

/**
 * Lets a test call server actions as they are: what Next gives them during a request (headers, cookies) stands in for here, and
 * the rest, sessions and roles included, is real.
 */
process.env.AUTH_SECRET = 'a secret that only tests know, of sufficient length'
process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = 'true'

const request = { headers: new Headers() }
Object.assign(globalThis, { mastheadTestRequest: request })

const headersModule = `data:text/javascript,${encodeURIComponent(`
  export const headers = async () => globalThis.mastheadTestRequest.headers
  export const cookies = async () => ({
    ...{ get: () => undefined, set: () => undefined, delete: () => undefined },
    toString: () => globalThis.mastheadTestRequest.headers.get('cookie') ?? '',
  })
`)}`
const stands: Readonly<Record<string, string>> = {
  'server-only': 'data:text/javascript,',
  'next/headers': headersModule,
  'next/headers.js': headersModule,
  'next/cache':
    'data:text/javascript,export const refresh = () => undefined; export const revalidatePath = () => undefined; export const revalidateTag = () => undefined',
}

registerHooks({
  resolve(specifier, context, nextResolve) {
    const stand = stands[specifier]
    if (stand) return { url: stand, shortCircuit: true }
    return nextResolve(specifier === 'next/navigation' ? 'next/navigation.js' : specifier, context)
  },
})

export function signOutOfTest(): void {
  request.headers = new Headers({ 'x-masthead-path': '/admin/articles' })
}

/** The next actions are called as the script of a page sends its forms. */
export function sendByScript(): void {
  request.headers.set('next-action', 'the name of an action')
}

/** The next actions are called by a person with this role everywhere, or with none, who signed in then. */
export async function signInToTest(role: Role | null, signedInAt = new Date()): Promise<{ readonly id: string }> {
  const id = randomBytes(8).toString('hex')
  const token = randomBytes(16).toString('hex')
  await inTransaction(async (open) => {
    await open.user.create({
      data: {
        ...{ id, name: `Tester ${id}`, email: `${id}@example.org` },
        grants: { create: role ? [{ role }] : [] },
        sessions: { create: { id: `s${id}`, token, signedInAt, expiresAt: new Date(Date.now() + 3_600_000) } },
      },
    })
  })
  takeCookie('masthead.session_token', token)
  return { id }
}

/** The next actions are called from a browser whose sign-in as this person waits for its second step. */
export async function challengeInTest(personId: string): Promise<void> {
  const identifier = `2fa-${randomBytes(10).toString('hex')}`
  const expiresAt = new Date(Date.now() + 600_000)
  await inTransaction((open) =>
    open.verification.createMany({
      data: [
        { id: identifier, identifier, value: personId, expiresAt },
        { id: `a${identifier}`, identifier: `2fa-attempts-${identifier}`, value: '0', expiresAt },
      ],
    }),
  )
  takeCookie('masthead.two_factor', identifier)
}

/** Signed as the auth library signs its cookies; no other is sent. */
function takeCookie(name: string, value: string): void {
  const signature = createHmac('sha256', process.env.AUTH_SECRET ?? '')
    .update(value)
    .digest('base64')
  const cookie = `${name}=${encodeURIComponent(`${value}.${signature}`)}`
  request.headers = new Headers({ cookie, 'x-masthead-path': '/admin/articles' })
}

export type Outcome =
  | { readonly kind: 'sign-in' | 'signed-out' | 'confirm' | 'forbidden' | 'refused' | 'moved' }
  | { readonly kind: 'answered'; readonly value: unknown }

/** What came of calling an action: moved to the sign-in page, told that nobody is signed in, asked for the password again (on its own page or in place), 403, a refusal as its answer, or the answer itself. */
export async function outcomeOf(call: () => Promise<unknown>): Promise<Outcome> {
  try {
    const value = await call()
    if (asksAgain(value) !== null) return { kind: 'confirm' }
    return isRefusal(value) ? { kind: 'refused' } : { kind: 'answered', value }
  } catch (error) {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
    if (/^NEXT_REDIRECT;.*;\/admin\/sign-in\b/.test(digest)) return { kind: 'sign-in' }
    if (/^NEXT_REDIRECT;.*;\/admin\/confirm\b/.test(digest)) return { kind: 'confirm' }
    if (digest.startsWith('NEXT_REDIRECT')) return { kind: 'moved' }
    if (digest === signedOut) return { kind: 'signed-out' }
    if (digest === 'NEXT_HTTP_ERROR_FALLBACK;403') return { kind: 'forbidden' }
    throw error
  }
}

/** A refusal by value: FormState's, a Result's, or one of another closed union with such a kind. */
function isRefusal(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if ('ok' in value) return value.ok === false
  return 'kind' in value && /^(refused|rejected|signed-out|forbidden|not-allowed)$/.test(String(value.kind))
}
