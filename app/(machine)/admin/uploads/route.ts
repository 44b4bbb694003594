import { randomBytes } from 'node:crypto'
import { mayChangePicture } from '#lib/domain/media/library.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { announcement } from '#lib/input/picture-forms.ts'
import { mostBytes } from '#lib/media/renditions/originals.ts'
import { dropParts } from '#lib/media/uploads/uploads.ts'
import { findLibraryPicture } from '#lib/store/media/media-library.ts'
import { countUnfinishedBytes, createUpload, forgetOldUploads } from '#lib/store/media/uploads.ts'
import { readJsonOrNull } from '../../read-bytes.ts'
import { allowUpload, answer } from './guard.ts'

/** A person's files on their way at one time: a disk is not filled by what nobody finishes. */
const mostUnfinishedBytes = 40 * mostBytes

/** Announces a file. Its parts follow with PUT at `/admin/uploads/{id}`. */
export async function POST(request: Request): Promise<Response> {
  const user = await allowUpload(request)
  if (user instanceof Response) return user
  const asked = announcement.safeParse(await readJsonOrNull(request, 4096))
  if (!asked.success) return answer(422, { kind: 'refused', reason: { kind: 'unreadable' } })
  const { bytes, replaces } = asked.data
  if (bytes === 0) return answer(422, { kind: 'refused', reason: { kind: 'empty' } })
  if (bytes > mostBytes) return answer(413, { kind: 'refused', reason: { kind: 'too-many-bytes', limit: mostBytes } })
  if (replaces !== null && !(await mayReplace(user, replaces)))
    return answer(403, { kind: 'refused', reason: { kind: 'forbidden' } })
  const now = new Date()
  for (const old of await forgetOldUploads(now)) await dropParts(old)
  if ((await countUnfinishedBytes(user.id)) + bytes > mostUnfinishedBytes)
    return answer(429, { kind: 'refused', reason: { kind: 'too-much-at-once' } })
  const id = randomBytes(18).toString('base64url')
  await createUpload({ ...asked.data, id, userId: user.id }, now)
  return answer(201, { kind: 'receiving', id, received: 0 })
}

async function mayReplace(user: SignedIn, pictureId: number): Promise<boolean> {
  const picture = await findLibraryPicture(pictureId)
  return picture !== null && mayChangePicture(user, picture)
}
