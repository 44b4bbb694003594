import type { TopicRef } from '#lib/domain/edition.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'

export type Topic = TopicRef & {
  readonly description: string
  readonly key: string
  /** The same topic in other editions. */
  readonly siblings: readonly { readonly editionKey: string; readonly slug: string }[]
}

export async function findTopic(q: { readonly editionId: number; readonly slug: string }): Promise<Topic | null> {
  nameTags(tags.address(q.editionId, `topic/${q.slug}`))
  const [topic] = await hotQuery<Topic>(Prisma.sql`
    SELECT t."id", t."slug", t."name", t."description", t."key",
      (SELECT coalesce(json_agg(json_build_object('editionKey', se."key", 'slug', s."slug") ORDER BY se."position"), '[]')
        FROM "Edition" se JOIN "Topic" s ON s."editionId" = se."id" AND s."key" = t."key"
        WHERE se."id" <> t."editionId") AS "siblings"
    FROM "Topic" t WHERE t."editionId" = ${q.editionId} AND t."slug" = ${q.slug}`)
  return topic ?? null
}
