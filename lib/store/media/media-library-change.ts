import { drawsTheSame, type LibraryPicture, type PictureUse } from '#lib/domain/media/library.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { announce } from '#lib/store/outbox/announce.ts'
import { findLibraryPictureForChange, writeTexts } from './media-library.ts'
import { listPictureUses, tagsOfUses } from './media-library-uses.ts'

type Change = {
  readonly id: number
  /** The version that the change was made from (If-Match); null takes whichever there is. */
  readonly version: number | null
  readonly action: `picture.${string}`
  readonly by: Editor
  readonly now: Date
  /** Used when the change makes the picture draw differently: new for every call, and nobody can guess it. */
  readonly newToken: string
}

export type ChangeRefusal = { readonly kind: 'missing' } | { readonly kind: 'stale'; readonly version: number }

/**
 * Changes a picture and puts what shows it out of date. When its renditions would differ it gets a new token, and what it was
 * stays behind under the old one.
 */
export async function changePicture<R extends { readonly kind: string }>(
  change: Change,
  decide: (picture: LibraryPicture) => Result<LibraryPicture, R>,
): Promise<Result<LibraryPicture, R | ChangeRefusal>> {
  const { id, version, now } = change
  return inTransaction(async () => {
    const before = await findLibraryPictureForChange(id)
    if (!before) return refuse({ kind: 'missing' })
    if (version !== null && version !== before.version) return refuse({ kind: 'stale', version: before.version })
    const decided = decide(before)
    if (!decided.ok) return decided
    const keepsToken = drawsTheSame(before, decided.value)
    const token = keepsToken ? before.token : change.newToken
    const after = { ...decided.value, id, token, version: before.version + 1 }
    if (!keepsToken) await retire(before, now)
    await write(after)
    if (JSON.stringify(before.texts) !== JSON.stringify(after.texts)) await writeTexts(id, after.texts)
    const shown = await tagsOfUses(await listPictureUses(id))
    // Earlier addresses stay, for what is stored somewhere; what was drawn of the earlier file need not wait for them.
    const files = before.sha256 === after.sha256 ? [] : [tags.renditions(before.token)]
    await announce({ kind: change.action, tags: [...shown, ...files], isHard: false, detail: { pictureId: id } })
    const details = { before: factsOf(before), after: factsOf(after) }
    await appendAudit({ actor: change.by.name, action: change.action, subject: `picture:${id}`, details, at: now })
    return ok(after)
  })
}

export type Deleted = { readonly tokens: readonly string[]; readonly sha256s: readonly string[] }
export type DeleteRefusal =
  | { readonly kind: 'missing' }
  | { readonly kind: 'used'; readonly uses: readonly PictureUse[] }

/** Takes a picture out of the library when nothing uses it. Answers what lies on disk for it, now nobody's, and tells every worker. */
export async function deletePictureRow(deletion: {
  readonly id: number
  readonly by: Editor
  readonly now: Date
}): Promise<Result<Deleted, DeleteRefusal>> {
  const { id, by, now } = deletion
  return inTransaction(async (open) => {
    const picture = await findLibraryPictureForChange(id)
    if (!picture) return refuse({ kind: 'missing' })
    const uses = await listPictureUses(id)
    if (uses.length > 0) return refuse({ kind: 'used', uses })
    const formers = await open.formerPicture.findMany({
      where: { pictureId: id },
      select: { token: true, sha256: true },
    })
    await open.pictureText.deleteMany({ where: { pictureId: id } })
    await open.picture.delete({ where: { id } })
    await appendAudit({
      actor: by.name,
      action: 'picture.delete',
      subject: `picture:${id}`,
      details: factsOf(picture),
      at: now,
    })
    const tokens = [picture.token, ...formers.map(({ token }) => token)]
    const sha256s = [...new Set([picture.sha256, ...formers.map(({ sha256 }) => sha256)])]
    await announce({
      ...{ kind: 'picture.delete', isHard: true, detail: { pictureId: id } },
      tags: [...tokens.map(tags.renditions), ...sha256s.map(tags.original)],
    })
    return ok({ tokens, sha256s })
  })
}

/** What it was stays drawn under its old addresses. */
async function retire(picture: LibraryPicture, now: Date): Promise<void> {
  const { id, token, mediaType, width, height, sha256, focus, credit, copyright, digitalSource } = picture
  await database().formerPicture.create({
    data: {
      ...{ token, pictureId: id, mediaType, width, height, sha256, credit, copyright, digitalSource },
      ...{ focusX: focus.x, focusY: focus.y, retiredAt: now },
    },
  })
}

async function write({ id, focus, texts, uploadedById, createdAt, ...columns }: LibraryPicture): Promise<void> {
  await database().picture.update({ where: { id }, data: { ...columns, focusX: focus.x, focusY: focus.y } })
}

/** Without the token, which would tell a reader of the audit trail a picture under embargo. */
function factsOf({ token, ...picture }: LibraryPicture): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(picture))
}
