import type { KeptPictures, KeptWords } from '#lib/domain/workflow/revision-facts.ts'
import { database } from '#lib/store/database/client.ts'

/** What pictures say in a language now: empty where nobody has described them. */
export async function findKeptWords(pictureIds: readonly number[], locale: string): Promise<KeptPictures> {
  if (pictureIds.length === 0) return {}
  const rows = await database().$queryRaw<(KeptWords & { readonly id: number })[]>`
    SELECT p."id", coalesce(t."alt", '') AS "alt", coalesce(t."caption", '') AS "caption", coalesce(t."credit", p."credit") AS "credit"
    FROM "Picture" p LEFT JOIN "PictureText" t ON t."pictureId" = p."id" AND t."locale" = ${locale}
    WHERE p."id" = ANY(${pictureIds}::int[])`
  return Object.fromEntries(rows.map(({ id, ...words }) => [id, words]))
}
