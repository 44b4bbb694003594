import type { Edition } from '#lib/domain/edition.ts'
import type { PageOf, Paging } from '#lib/domain/lists/listing.ts'
import type { Channel, Syndicated } from '#lib/domain/lists/syndicated.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { keysetHasBehind, keysetPage, type Order, pageFrom } from '#lib/store/database/keyset.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { nameTagOfEveryEdition } from '#lib/store/pages/edition-tags.ts'
import { articleViewSql } from '#lib/store/pages/sql/article-view-sql.ts'
import { cardJoins, editionJson } from '#lib/store/pages/sql/card-sql.ts'
import { type ArticleViewRow, articleView } from '#lib/store/rows.ts'
import { sourceOf } from './channel-sql.ts'

type Row = {
  readonly edition: Edition
  readonly view: Omit<ArticleViewRow, 'textChangedAt'>
  readonly textChangedAt: string | null
}

/** Articles of a channel that readers can see, with their whole text, newest first. A page has at most as many as a feed: texts are long. */
export async function listSyndicated(q: {
  readonly channel: Channel
  readonly paging: Paging
  readonly limit: number
}): Promise<PageOf<Syndicated>> {
  const { channel, paging, limit } = q
  await nameChannel(channel)
  const { page, behind } = channel.kind === 'site' ? siteSql(paging, limit) : channelSql(channel, paging, limit)
  const direction = paging?.kind === 'newer-than' ? Prisma.sql`ASC` : Prisma.sql`DESC`
  const [row] = await hotQuery<{ hasBehind: boolean; items: readonly Row[] }>(Prisma.sql`
    WITH page AS (${page})
    SELECT ${behind} AS "hasBehind",
      (SELECT coalesce(json_agg(json_build_object('edition', ${editionJson}, 'view', v."view", 'textChangedAt', a."textChangedAt")
          ORDER BY a."listedAt" ${direction}, a."id" ${direction}), '[]')
        FROM page JOIN "Article" a ON a."id" = page.id ${cardJoins} AND NOT e."isOff"
        CROSS JOIN LATERAL (${articleViewSql}) v) AS "items"`)
  return pageFrom({
    rows: (row?.items ?? []).map(syndicated),
    hasBehind: row?.hasBehind ?? false,
    paging,
    limit,
    cursorOf: ({ article }) => ({ at: article.publishedAt, id: article.id }),
  })
}

/** These articles, as far as they are public, in the order of their ids in the list. */
export async function findSyndicated(ids: readonly number[]): Promise<readonly Syndicated[]> {
  nameTags(...ids.map(tags.article))
  const rows = await hotQuery<Row>(Prisma.sql`
    SELECT ${editionJson} AS "edition", v."view", a."textChangedAt"
    FROM unnest(${[...ids]}::int[]) WITH ORDINALITY asked(id, place)
    JOIN "Article" a ON a."id" = asked.id ${cardJoins} AND NOT e."isOff"
    CROSS JOIN LATERAL (${articleViewSql}) v
    WHERE a."state" = 'published' ORDER BY asked.place`)
  const found = rows.map(syndicated)
  // An edition that is switched off takes its articles with it.
  nameTags(...found.map(({ edition }) => tags.chrome(edition.id)))
  return found
}

async function nameChannel(channel: Channel): Promise<void> {
  switch (channel.kind) {
    case 'site':
      await nameTagOfEveryEdition(tags.latest)
      return
    case 'edition':
      nameTags(tags.latest(channel.editionId))
      return
    case 'blog':
      nameTags(tags.blogLatest(channel.blogId))
      return
    case 'topic':
      nameTags(tags.topicLatest(channel.topicId))
      return
    case 'contributor':
      nameTags(tags.contributorLatest(channel.contributorId))
  }
}

type PageSql = { readonly page: Prisma.Sql; readonly behind: Prisma.Sql }

function channelSql(channel: Exclude<Channel, { kind: 'site' }>, paging: Paging, limit: number): PageSql {
  const { from, id, where } = sourceOf(channel)
  const order: Order = { at: Prisma.sql`"listedAt"`, id }
  const listed = Prisma.sql`FROM ${from} WHERE ${where} AND "listedAt" IS NOT NULL`
  return {
    page: Prisma.sql`SELECT ${id} AS id ${listed} ${keysetPage(order, paging, limit)}`,
    behind: keysetHasBehind(listed, order, paging),
  }
}

/** Each edition gives as many as the page may need, from its own index; the newest of all are the page. */
function siteSql(paging: Paging, limit: number): PageSql {
  const order: Order = { at: Prisma.sql`s."listedAt"`, id: Prisma.sql`s."id"` }
  const ofEdition = Prisma.sql`FROM "Article" s WHERE s."editionId" = g."id" AND s."listedAt" IS NOT NULL`
  const direction = paging?.kind === 'newer-than' ? Prisma.sql`ASC` : Prisma.sql`DESC`
  return {
    page: Prisma.sql`
      SELECT m."id" AS id FROM "Edition" g CROSS JOIN LATERAL (
        SELECT s."id", s."listedAt" ${ofEdition} ${keysetPage(order, paging, limit)}) m WHERE NOT g."isOff"
      ORDER BY m."listedAt" ${direction}, m."id" ${direction} LIMIT ${limit + 1}`,
    behind: Prisma.sql`EXISTS (SELECT 1 FROM "Edition" g WHERE NOT g."isOff" AND ${keysetHasBehind(ofEdition, order, paging)})`,
  }
}

function syndicated({ edition, view, textChangedAt }: Row): Syndicated {
  return {
    edition,
    article: articleView({ ...view, textChangedAt: textChangedAt === null ? null : new Date(textChangedAt) }),
  }
}
