import { auth } from '#lib/auth/auth.ts'
import { recordSignIn } from '#lib/auth/enter.ts'
import { isVerifiedByDevice } from '#lib/auth/passkey-proof.ts'
import { currentUser, isFresh } from '#lib/auth/session.ts'
import { recordPersonEvent } from '#lib/store/people/person-event.ts'

/**
 * Passkeys need four addresses of the auth library; everything else that it can do stays shut, and goes through our own actions,
 * which count attempts, ask for roles and write the audit log.
 */
type Step = { readonly method: 'GET' | 'POST'; readonly needsFreshSignIn: boolean }
const steps: Readonly<Record<string, Step>> = {
  '/api/auth/passkey/generate-authenticate-options': { method: 'GET', needsFreshSignIn: false },
  '/api/auth/passkey/verify-authentication': { method: 'POST', needsFreshSignIn: false },
  '/api/auth/passkey/generate-register-options': { method: 'GET', needsFreshSignIn: true },
  '/api/auth/passkey/verify-registration': { method: 'POST', needsFreshSignIn: true },
}

export async function GET(request: Request): Promise<Response> {
  return answer(request)
}

export async function POST(request: Request): Promise<Response> {
  return answer(request)
}

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const step = steps[pathname]
  if (step?.method !== request.method) return new Response(null, { status: 404 })
  const user = step.needsFreshSignIn ? await currentUser() : null
  if (step.needsFreshSignIn && !(user && isFresh(user, new Date()))) return new Response(null, { status: 403 })
  const isSignIn = pathname.endsWith('/verify-authentication')
  // Touching a key without PIN or finger is one factor: not enough where it stands for two.
  if (isSignIn && !isVerifiedByDevice(await bodyOf(request.clone()))) return new Response(null, { status: 401 })
  const response = await auth().handler(request)
  if (!response.ok) return response
  if (isSignIn) return answerOfSignIn(response)
  if (user && request.method === 'POST')
    await recordPersonEvent({ by: user.name, action: 'person.add-passkey', personId: user.id, now: new Date() })
  return response
}

/** What is no JSON proves nothing. */
async function bodyOf(request: Request): Promise<unknown> {
  return request.json().catch(() => null)
}

/** The library answers with the session's token too: only the cookie, which no script can read, goes on. */
async function answerOfSignIn(response: Response): Promise<Response> {
  const { user } = await response.json()
  await recordSignIn(user, 'passkey')
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  for (const cookie of response.headers.getSetCookie()) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 204, headers })
}
