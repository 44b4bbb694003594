import { type ReferenceKind, referencePrefixes } from '#lib/domain/sections/reference.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'

/**
 * The slug of the topic or contributor that a former address leads to today: one hop, whatever was renamed and merged since. Asked
 * after `findTopic` or `findContributor` found nothing, which have named the address as the ground of the page.
 */
export async function findMovedReference(
  kind: ReferenceKind,
  at: { readonly editionId: number; readonly slug: string },
): Promise<string | null> {
  const path = `${referencePrefixes[kind]}/${at.slug}`
  const [row] = await hotQuery<{ slug: string }>(Prisma.sql`
    SELECT coalesce(t."slug", c."slug") AS "slug" FROM "FormerAddress" f
    LEFT JOIN "Topic" t ON t."id" = f."topicId" LEFT JOIN "Contributor" c ON c."id" = f."contributorId"
    WHERE f."editionId" = ${at.editionId} AND f."path" = ${path} AND num_nonnulls(t."id", c."id") = 1`)
  return row?.slug ?? null
}
