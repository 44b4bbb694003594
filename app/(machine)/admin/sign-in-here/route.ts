import { z } from 'zod'
import { actionWords } from '#lib/actions/support/action-words.ts'
import { tryCode, trySignIn } from '#lib/actions/support/try-sign-in.ts'
import { isSameOrigin } from '#lib/auth/request/same-origin.ts'
import { done, type FormState, refused } from '#lib/domain/form-state.ts'
import { readJsonOrNull } from '../../read-bytes.ts'

const mostBytes = 4000
const asked = z.strictObject({
  email: z.string().optional(),
  password: z.string().optional(),
  code: z.string().optional(),
})

/**
 * Signs in where the person is, for a page whose session ran out. A request and no server action: those draw the page anew when a
 * cookie is set, and between the two steps of a sign-in nobody is signed in yet, so that the text would leave the screen.
 */
export async function POST(request: Request): Promise<Response> {
  const { words } = await actionWords()
  if (!isSameOrigin(request)) return answer(403, refused('cross-site', words('auth.signIn.wrong')))
  const fields = asked.safeParse(await readJsonOrNull(request, mostBytes))
  if (!fields.success) return answer(400, refused('bad', words('auth.signIn.wrong')))
  const form = new FormData()
  for (const [name, value] of Object.entries(fields.data)) form.set(name, value)
  const tried = fields.data.code === undefined ? await trySignIn(form) : await tryCode(form)
  if (tried.kind === 'state') return answer(200, tried.state)
  if (tried.kind === 'second-factor') return answer(200, refused('second-factor', words('auth.secondFactor.text')))
  return answer(200, done(''))
}

function answer(status: number, state: FormState): Response {
  return Response.json(state, { status, headers: { 'Cache-Control': 'no-store' } })
}
