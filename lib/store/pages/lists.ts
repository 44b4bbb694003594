import type { ArticleCard } from '#lib/domain/article.ts'
import type { ArticleList, Month, Paging } from '#lib/domain/lists/listing.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { keysetHasBehind, keysetPage, type Order, pageFrom } from '#lib/store/database/keyset.ts'
import { type Source, sourceOf } from '#lib/store/feeds/channel-sql.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { articleCard, type Json } from '#lib/store/rows.ts'
import { cardJoins, cardJson } from './sql/card-sql.ts'

type Page = { readonly paging: Paging; readonly limit: number }

export async function listLatest(q: Page & { readonly editionId: number }): Promise<ArticleList> {
  nameTags(tags.latest(q.editionId))
  return listArticles(sourceOf({ kind: 'edition', editionId: q.editionId }), q)
}

export async function listOfBlog(q: Page & { readonly blogId: number }): Promise<ArticleList> {
  nameTags(tags.blogLatest(q.blogId))
  return listArticles(sourceOf({ kind: 'blog', blogId: q.blogId }), q)
}

export async function listOfTopic(q: Page & { readonly topicId: number }): Promise<ArticleList> {
  nameTags(tags.topicLatest(q.topicId))
  return listArticles(sourceOf({ kind: 'topic', topicId: q.topicId }), q)
}

export async function listOfContributor(q: Page & { readonly contributorId: number }): Promise<ArticleList> {
  nameTags(tags.contributorLatest(q.contributorId))
  return listArticles(sourceOf({ kind: 'contributor', contributorId: q.contributorId }), q)
}

/** Articles of one month in the edition's zone, of one blog or of all. */
export async function listOfMonth(
  q: Page & {
    readonly editionId: number
    readonly blogId: number | null
    readonly month: Month
    readonly timeZone: string
  },
): Promise<ArticleList> {
  const { editionId, blogId } = q
  nameTags(blogId === null ? tags.latest(editionId) : tags.blogLatest(blogId))
  const { from, id, where } = sourceOf(blogId === null ? { kind: 'edition', editionId } : { kind: 'blog', blogId })
  const { year, month } = q.month
  const start = Prisma.sql`make_timestamptz(${year}::int, ${month}::int, 1, 0, 0, 0, ${q.timeZone})`
  const end = Prisma.sql`make_timestamptz(${month === 12 ? year + 1 : year}::int, ${(month % 12) + 1}::int, 1, 0, 0, 0, ${q.timeZone})`
  return listArticles({ from, id, where: Prisma.sql`${where} AND "listedAt" >= ${start} AND "listedAt" < ${end}` }, q)
}

type Row = { readonly hasBehind: boolean; readonly cards: readonly Json<ArticleCard>[] }

async function listArticles(source: Source, { paging, limit }: Page): Promise<ArticleList> {
  const order: Order = { at: Prisma.sql`"listedAt"`, id: source.id }
  const listed = Prisma.sql`FROM ${source.from} WHERE ${source.where} AND "listedAt" IS NOT NULL`
  const direction = paging?.kind === 'newer-than' ? Prisma.sql`ASC` : Prisma.sql`DESC`
  const [row] = await hotQuery<Row>(Prisma.sql`
    WITH page AS (SELECT ${source.id} AS id ${listed} ${keysetPage(order, paging, limit)})
    SELECT ${keysetHasBehind(listed, order, paging)} AS "hasBehind",
      (SELECT coalesce(json_agg(${cardJson} ORDER BY a."listedAt" ${direction}, a."id" ${direction}), '[]')
        FROM page JOIN "Article" a ON a."id" = page.id ${cardJoins}) AS "cards"`)
  return pageFrom({
    rows: (row?.cards ?? []).map(articleCard),
    hasBehind: row?.hasBehind ?? false,
    paging,
    limit,
    cursorOf: (card) => ({ at: card.publishedAt, id: card.id }),
  })
}
