import { database, inTransaction } from '#lib/store/database/client.ts'

/** A file on its way here, part by part. */
export type Upload = {
  readonly id: string
  readonly userId: string
  readonly fileName: string
  readonly bytes: number
  readonly received: number
  readonly pictureId: number | null
  readonly replaces: number | null
}

/** Whoever forgot a file for so long sends it again. */
const keptMs = 3 * 24 * 3_600_000

export async function createUpload(upload: Omit<Upload, 'received' | 'pictureId'>, now: Date): Promise<void> {
  await database().upload.create({ data: { ...upload, createdAt: now, updatedAt: now } })
}

/** One of this person's own; nobody else's is found. */
export async function findUpload(id: string, userId: string): Promise<Upload | null> {
  return database().upload.findFirst({ where: { id, userId }, select: columns })
}

/** Bytes that this person has announced and not finished. */
export async function countUnfinishedBytes(userId: string): Promise<number> {
  const { _sum } = await database().upload.aggregate({ where: { userId, pictureId: null }, _sum: { bytes: true } })
  return _sum.bytes ?? 0
}

/** Notes that the part from `from` to `to` lies on disk. False when another request was faster. */
export async function advanceUpload(part: {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly now: Date
}): Promise<boolean> {
  const { id, from, to, now } = part
  const { count } = await database().upload.updateMany({
    where: { id, received: from, pictureId: null },
    data: { received: to, updatedAt: now },
  })
  return count === 1
}

/**
 * Makes a whole upload into a picture, once: `make` runs while the upload is held, and is not called when another request has done
 * it. Null when the upload is gone, or `make` had nothing to make it into.
 */
export async function finishUpload(id: string, make: () => Promise<number | null>, now: Date): Promise<number | null> {
  return inTransaction(async (open) => {
    const [held] = await open.$queryRaw<{ pictureId: number | null }[]>`
      SELECT "pictureId" FROM "Upload" WHERE "id" = ${id} FOR UPDATE`
    if (!held) return null
    if (held.pictureId !== null) return held.pictureId
    const pictureId = await make()
    if (pictureId === null) await open.upload.delete({ where: { id } })
    else await open.upload.update({ where: { id }, data: { pictureId, updatedAt: now } })
    return pictureId
  })
}

export async function deleteUpload(id: string): Promise<void> {
  await database().upload.deleteMany({ where: { id, pictureId: null } })
}

/** Forgets unfinished uploads that nothing came for in days; answers their ids, whose parts lie on disk. */
export async function forgetOldUploads(now: Date): Promise<readonly string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    DELETE FROM "Upload" WHERE "pictureId" IS NULL AND "updatedAt" < ${new Date(now.getTime() - keptMs)} RETURNING "id"`
  return rows.map(({ id }) => id)
}

const columns = { id: true, userId: true, fileName: true, bytes: true, received: true, pictureId: true, replaces: true }
