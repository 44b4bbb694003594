import { mayChangePicture } from '#lib/domain/media/library.ts'
import { offsetHeader, partBytes } from '#lib/domain/media/upload.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { dropParts, isDiskFull, writePart } from '#lib/media/uploads/uploads.ts'
import { takeIn } from '#lib/media/uploads/uploads-take-in.ts'
import { findLibraryPicture } from '#lib/store/media/media-library.ts'
import { advanceUpload, deleteUpload, findUpload, type Upload } from '#lib/store/media/uploads.ts'
import { readBytes } from '../../../read-bytes.ts'
import { allowUpload, answer } from '../guard.ts'

type Props = { readonly params: Promise<{ readonly id: string }> }

/** How far an upload got: what a page asks after a broken line or a reload. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const user = await allowUpload(request)
  if (user instanceof Response) return user
  const upload = await findUpload((await params).id, user.id)
  return upload ? stateOf(upload) : gone()
}

/** Takes the next part. One that begins elsewhere than the last ended is not written: the answer says where to go on. */
export async function PUT(request: Request, { params }: Props): Promise<Response> {
  const user = await allowUpload(request)
  if (user instanceof Response) return user
  const upload = await findUpload((await params).id, user.id)
  if (!upload) return gone()
  if (upload.pictureId !== null) return stateOf(upload)
  try {
    return await takePart(request, upload, user)
  } catch (error) {
    if (!isDiskFull(error)) throw error
    console.error(`No room on the disk for upload ${upload.id}:`, error)
    // What is there of it only takes room from others.
    await forget(upload.id)
    return answer(507, { kind: 'refused', reason: { kind: 'disk-full' } })
  }
}

async function takePart(request: Request, upload: Upload, user: SignedIn): Promise<Response> {
  const { id, received, bytes } = upload
  const isWhole = received === bytes
  if (!isWhole) {
    if (request.headers.get(offsetHeader) !== String(received)) return stateOf(upload, 409)
    const part = await readBytes(request, Math.min(partBytes, bytes - received))
    if (!part || part.length === 0) return stateOf(upload, 409)
    await writePart(id, received, part)
    const to = received + part.length
    if (!(await advanceUpload({ id, from: received, to, now: new Date() }))) return stateOf(upload, 409)
    if (to < bytes) return answer(200, { kind: 'receiving', id, received: to })
  }
  return finish(upload, user)
}

/** Gives an unfinished upload up. */
export async function DELETE(request: Request, { params }: Props): Promise<Response> {
  const user = await allowUpload(request)
  if (user instanceof Response) return user
  const upload = await findUpload((await params).id, user.id)
  if (!upload || upload.pictureId !== null) return gone()
  await forget(upload.id)
  return gone(200)
}

async function forget(id: string): Promise<void> {
  await deleteUpload(id)
  await dropParts(id)
}

async function finish(upload: Upload, user: SignedIn): Promise<Response> {
  // Asked again: a role may have gone since the first part.
  if (upload.replaces !== null) {
    const picture = await findLibraryPicture(upload.replaces)
    if (!picture || !mayChangePicture(user, picture))
      return answer(403, { kind: 'refused', reason: { kind: 'forbidden' } })
  }
  const taken = await takeIn(upload, user, new Date())
  return taken.ok
    ? answer(200, { kind: 'done', pictureId: taken.value })
    : answer(422, { kind: 'refused', reason: taken.error })
}

function stateOf({ id, received, pictureId }: Upload, status = 200): Response {
  return pictureId === null
    ? answer(status, { kind: 'receiving', id, received })
    : answer(200, { kind: 'done', pictureId })
}

function gone(status = 410): Response {
  return answer(status, { kind: 'refused', reason: { kind: 'gone' } })
}
