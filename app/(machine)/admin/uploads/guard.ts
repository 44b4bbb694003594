import { isSameOrigin } from '#lib/auth/request/same-origin.ts'
import { admittedUser, currentUser } from '#lib/auth/session.ts'
import type { UploadAnswer } from '#lib/domain/media/upload.ts'
import { may, type SignedIn } from '#lib/domain/people/permissions.ts'

/** Who may bring pictures, or the answer for everybody else. Never a redirect: the file stays in the page, which goes on later. */
export async function allowUpload(request: Request): Promise<SignedIn | Response> {
  if (!isSameOrigin(request)) return answer(403, { kind: 'refused', reason: { kind: 'forbidden' } })
  if (!(await currentUser())) return answer(401, { kind: 'signed-out' })
  const user = await admittedUser()
  if (!user || !may(user, 'media.upload')) return answer(403, { kind: 'refused', reason: { kind: 'forbidden' } })
  return user
}

export function answer(status: number, body: UploadAnswer): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
