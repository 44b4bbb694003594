import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { NewSlot } from '#lib/domain/sections/front-slots.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { findBarredPictures } from '#lib/store/media/rights.ts'
import { announce } from '#lib/store/outbox/announce.ts'

export type FrontRefusal =
  | { readonly kind: 'stale'; readonly version: number }
  /** Not published, withdrawn meanwhile, or of another edition. */
  | { readonly kind: 'not-public'; readonly articleIds: readonly number[] }
  /** Its rights forbid to place it anew; readers of the edition have no words for it; it is gone. */
  | { readonly kind: 'picture-barred' | 'picture-undescribed'; readonly fileName: string }
  | { readonly kind: 'picture-missing' }

/** Replaces the slots of an edition's front, the lead first. `version` is that of the front it was made from, 0 when there was none. */
export async function changeFront(change: {
  readonly editionId: number
  readonly version: number
  readonly slots: readonly NewSlot[]
  readonly by: Editor
  readonly now: Date
}): Promise<Result<{ readonly version: number }, FrontRefusal>> {
  const { editionId, version, slots, by, now } = change
  return inTransaction(async (database) => {
    const ids = slots.map(({ articleId }) => articleId)
    // Held until the commit: nothing is withdrawn between this look and the new front.
    const open = await database.$queryRaw<{ id: number }[]>`
      SELECT "id" FROM "Article"
      WHERE "id" = ANY(${ids}::int[]) AND "editionId" = ${editionId} AND "state" = 'published' ORDER BY "id" FOR SHARE`
    const hidden = ids.filter((articleId) => !open.some(({ id }) => id === articleId))
    if (hidden.length > 0) return refuse({ kind: 'not-public', articleIds: hidden })
    const unfit = await findUnfitPicture(slots, { editionId, now })
    if (unfit) return refuse(unfit)
    // The row is there, locked and of the version expected, or somebody was faster.
    const written = await database.$queryRaw<{ id: number }[]>`
      INSERT INTO "Front" AS f ("editionId", "key", "version", "changedAt") VALUES (${editionId}, 'front', 1, ${now})
      ON CONFLICT ("editionId", "key") DO UPDATE SET "version" = f."version" + 1, "changedAt" = ${now}
        WHERE f."version" = ${version}
      RETURNING "id"`
    const front = await database.front.findUniqueOrThrow({ where: { editionId_key: { editionId, key: 'front' } } })
    if (written.length === 0) return refuse({ kind: 'stale', version: front.version })
    await database.slot.deleteMany({ where: { frontId: front.id } })
    await database.slot.createMany({ data: slots.map((slot, position) => ({ ...slot, frontId: front.id, position })) })
    await announce({ kind: 'front.change', tags: [tags.front(editionId)], isHard: false, detail: { editionId } })
    await appendAudit({
      actor: by.name,
      action: 'front.change',
      subject: `front:${front.id}`,
      details: { slots },
      at: now,
    })
    return ok({ version: front.version })
  })
}

/** A picture that stands here already may stay, whatever became of its rights. */
async function findUnfitPicture(
  slots: readonly NewSlot[],
  { editionId, now }: { readonly editionId: number; readonly now: Date },
): Promise<FrontRefusal | null> {
  const ids = [...new Set(slots.flatMap(({ pictureId }) => (pictureId === null ? [] : [pictureId])))]
  if (ids.length === 0) return null
  const known = await database().$queryRaw<{ id: number; fileName: string; isPlaced: boolean; isDescribed: boolean }[]>`
    SELECT p."id", p."fileName",
      EXISTS (SELECT 1 FROM "Slot" s JOIN "Front" f ON f."id" = s."frontId"
        WHERE f."editionId" = e."id" AND s."pictureId" = p."id") AS "isPlaced",
      EXISTS (SELECT 1 FROM "PictureText" t WHERE t."pictureId" = p."id" AND t."locale" = e."locale") AS "isDescribed"
    FROM "Picture" p JOIN "Edition" e ON e."id" = ${editionId} WHERE p."id" = ANY(${ids}::int[])`
  if (known.length < ids.length) return { kind: 'picture-missing' }
  const placed = known.filter(({ isPlaced }) => !isPlaced)
  const [barred] = await findBarredPictures(
    placed.map(({ id }) => id),
    now,
  )
  if (barred) return { kind: 'picture-barred', fileName: barred.fileName }
  const silent = placed.find(({ isDescribed }) => !isDescribed)
  return silent ? { kind: 'picture-undescribed', fileName: silent.fileName } : null
}
