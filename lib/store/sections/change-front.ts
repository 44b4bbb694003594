import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { announce } from '#lib/store/announce.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { inTransaction } from '#lib/store/client.ts'

export type NewSlot = {
  readonly articleId: number
  readonly headline: string | null
  readonly standfirst: string | null
  readonly pictureId: number | null
}

export type FrontRefusal =
  | { readonly kind: 'stale'; readonly version: number }
  /** Not published, withdrawn meanwhile, or of another edition. */
  | { readonly kind: 'not-public'; readonly articleIds: readonly number[] }

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
