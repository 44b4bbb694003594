import { currentUser } from '#lib/auth/session.ts'
import type { UploadAnswer } from '#lib/domain/media/upload.ts'
import { may, type SignedIn } from '#lib/domain/people/permissions.ts'

/** Who may bring pictures, or the answer for everybody else. Never a redirect: the file stays in the page, which goes on later. */
export async function allowUpload(request: Request): Promise<SignedIn | Response> {
  if (!isSameOrigin(request)) return answer(403, { kind: 'refused', reason: { kind: 'forbidden' } })
  const user = await currentUser()
  if (!user) return answer(401, { kind: 'signed-out' })
  if (!may(user, 'media.upload')) return answer(403, { kind: 'refused', reason: { kind: 'forbidden' } })
  return user
}

export function answer(status: number, body: UploadAnswer): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}

/** The body when it is at most so long; null for what is longer, cut off or not there. */
export async function readBytes(request: Request, mostBytes: number): Promise<Buffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return null
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of request.body ?? []) {
      length += part.byteLength
      if (length > mostBytes) return null
      parts.push(part)
    }
  } catch {
    // The line broke: the page asks how far it got and goes on from there.
    return null
  }
  return Buffer.concat(parts)
}

/** Browsers say where a request comes from, and no page can write that for them (Fetch Metadata; Origin for older ones). */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = request.headers.get('origin')
  return origin !== null && URL.parse(origin)?.host === request.headers.get('host')
}
