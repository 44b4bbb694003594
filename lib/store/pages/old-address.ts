import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { hotQuery } from '#lib/store/hot-query.ts'

/** The article that an address of an earlier site leads to. */
export async function findByOldAddress(path: string): Promise<number | null> {
  nameTags(tags.oldAddress(path))
  const [row] = await hotQuery<{ articleId: number }>(Prisma.sql`
    SELECT "articleId" FROM "OldAddress" WHERE "path" = ${path}`)
  return row?.articleId ?? null
}
