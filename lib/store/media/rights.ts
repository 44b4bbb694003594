import { type Bar, barOf, type PictureRights } from '#lib/domain/media/rights.ts'
import { database } from '#lib/store/database/client.ts'

export type BarredPicture = { readonly id: number; readonly fileName: string; readonly bar: Bar }

/** Those of these pictures that may not be placed anew. Held until the transaction ends: their rights stay what they are. */
export async function findBarredPictures(ids: readonly number[], now: Date): Promise<readonly BarredPicture[]> {
  if (ids.length === 0) return []
  const rows = await database().$queryRaw<(PictureRights & { readonly id: number; readonly fileName: string })[]>`
    SELECT "id", "fileName", "rightsUntil", "isReusable" FROM "Picture" WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR SHARE`
  return rows.flatMap(({ id, fileName, ...rights }) => {
    const bar = barOf(rights, now)
    return bar ? [{ id, fileName, bar }] : []
  })
}
