import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { type Original, type OriginalRefusal, restoreOriginal, storeOriginal } from '#lib/media/renditions/originals.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { createLibraryPicture, holdingOriginal } from '#lib/store/media/media-library.ts'
import { changePicture } from '#lib/store/media/media-library-change.ts'
import { deleteUpload, finishUpload, type Upload } from '#lib/store/media/uploads.ts'
import { type PhotoMetadata, readPhotoMetadata } from './photo-metadata.ts'
import { dropParts, readParts } from './uploads.ts'

export type TakeInRefusal = OriginalRefusal | { readonly kind: 'gone' }

/**
 * Makes a picture of an upload that arrived whole, or puts its file in the place of another picture's. What is refused is forgotten:
 * sending the same bytes again would not change the answer.
 */
export async function takeIn(upload: Upload, by: Editor, now: Date): Promise<Result<number, TakeInRefusal>> {
  const bytes = await readParts(upload.id)
  const stored = await storeOriginal(bytes, upload.fileName)
  if (!stored.ok) {
    await forget(upload.id)
    return stored
  }
  const original = stored.value
  const metadata = await readPhotoMetadata(bytes)
  const pictureId = await holdingOriginal(original.sha256, async () => {
    await restoreOriginal(original.sha256, bytes)
    return finishUpload(upload.id, () => write(upload, { original, metadata, by, now }), now)
  })
  await dropParts(upload.id)
  return pictureId === null ? refuse({ kind: 'gone' }) : ok(pictureId)
}

type Arrival = {
  readonly original: Original
  readonly metadata: PhotoMetadata
  readonly by: Editor
  readonly now: Date
}

/** Null when the picture to replace is gone. */
async function write({ replaces }: Upload, { original, metadata, by, now }: Arrival): Promise<number | null> {
  const { token, ...file } = original
  if (replaces === null) {
    const { caption, alt, credit, ...notes } = metadata
    const own = { ownCaption: caption, ownAlt: alt, credit: credit ?? '', rightsUntil: null, isReusable: true }
    const id = await createLibraryPicture({ ...file, ...notes, ...own, token, focus: { x: 0.5, y: 0.5 } }, now)
    const details = { fileName: file.fileName, sha256: file.sha256 }
    await appendAudit({ actor: by.name, action: 'picture.create', subject: `picture:${id}`, details, at: now })
    return id
  }
  const change = { id: replaces, version: null, action: 'picture.replace', by, now, newToken: token } as const
  const changed = await changePicture(change, (picture) =>
    ok({
      ...{ ...picture, ...file, ownCaption: metadata.caption, ownAlt: metadata.alt },
      // A file that says nothing of AI takes no label away: an editor does.
      digitalSource: metadata.digitalSource ?? picture.digitalSource,
    }),
  )
  return changed.ok ? replaces : null
}

async function forget(id: string): Promise<void> {
  await deleteUpload(id)
  await dropParts(id)
}
