import { isSameOrigin } from '#lib/auth/request/same-origin.ts'
import { admittedUser, currentUser } from '#lib/auth/session.ts'
import type { ImportUploadAnswer } from '#lib/domain/imports/import-upload.ts'
import { may, type SignedIn } from '#lib/domain/people/permissions.ts'

/** Who may bring a file to import, or the answer for everybody else. */
export async function allowImport(request: Request): Promise<SignedIn | Response> {
  if (!isSameOrigin(request)) return answerImport(403, { kind: 'refused', reason: 'forbidden' })
  if (!(await currentUser())) return answerImport(401, { kind: 'signed-out' })
  const user = await admittedUser()
  return user && may(user, 'site.edit') ? user : answerImport(403, { kind: 'refused', reason: 'forbidden' })
}

export function answerImport(status: number, body: ImportUploadAnswer): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
