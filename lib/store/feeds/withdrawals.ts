import type { Cursor } from '#lib/domain/lists/listing.ts'
import type { Channel, Withdrawal } from '#lib/domain/lists/syndicated.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { editionJson } from '#lib/store/pages/sql/card-sql.ts'
import type { Json } from '#lib/store/rows.ts'

/**
 * Articles of a channel that left the public since then, the newest first, before the cursor where there is one. Their tags are the
 * channel's own: a withdrawal changes the list that it leaves.
 */
export async function listWithdrawals(q: {
  readonly channel: Channel
  readonly since: Date
  readonly before?: Cursor
  readonly limit: number
}): Promise<readonly Withdrawal[]> {
  const { since, before, limit } = q
  const isBefore = before
    ? Prisma.sql`AND (a."withdrawnAt", a."id") < (${before.at}::timestamptz, ${before.id}::int)`
    : Prisma.empty
  const rows = await hotQuery<Json<Withdrawal>>(Prisma.sql`
    SELECT ${withdrawal} FROM "Article" a
    JOIN "Edition" e ON e."id" = a."editionId" AND NOT e."isOff"
    WHERE a."withdrawnAt" >= ${since} ${isBefore} AND ${within(q.channel)}
    ORDER BY a."withdrawnAt" DESC, a."id" DESC LIMIT ${limit}`)
  return rows.map(withdrawalOf)
}

/** What is left of one article; null while readers see it, and where there never was one. */
export async function findWithdrawal(id: number): Promise<Withdrawal | null> {
  nameTags(tags.article(id))
  const [row] = await hotQuery<Json<Withdrawal>>(Prisma.sql`
    SELECT ${withdrawal} FROM "Article" a JOIN "Edition" e ON e."id" = a."editionId" AND NOT e."isOff"
    WHERE a."id" = ${id} AND a."withdrawnAt" IS NOT NULL`)
  return row ? withdrawalOf(row) : null
}

const withdrawal = Prisma.sql`
  a."id", ${editionJson} AS "edition", a."firstPublishedAt" AS "publishedAt", a."withdrawnAt", a."state" = 'killed' AS "isKilled",
  a."withdrawalNotice" AS "notice"`

function withdrawalOf(row: Json<Withdrawal>): Withdrawal {
  return { ...row, publishedAt: new Date(row.publishedAt), withdrawnAt: new Date(row.withdrawnAt) }
}

function within(channel: Channel): Prisma.Sql {
  switch (channel.kind) {
    case 'site':
      return Prisma.sql`true`
    case 'edition':
      return Prisma.sql`a."editionId" = ${channel.editionId}`
    case 'blog':
      return Prisma.sql`a."blogId" = ${channel.blogId}`
    case 'topic':
      return Prisma.sql`EXISTS (SELECT 1 FROM "ArticleTopic" t WHERE t."articleId" = a."id" AND t."topicId" = ${channel.topicId})`
    case 'contributor':
      return Prisma.sql`EXISTS (SELECT 1 FROM "Byline" y WHERE y."articleId" = a."id" AND y."contributorId" = ${channel.contributorId})`
  }
}
