import type { ArticleCard } from '#lib/domain/article.ts'
import type { ArticleList, Month, Paging } from '#lib/domain/lists/listing.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { keysetHasBehind, keysetPage, type Order, pageFrom } from '#lib/store/database/keyset.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { articleCard, type Json } from '#lib/store/rows.ts'
import { cardJoins, cardJson } from './sql/card-sql.ts'

type Page = { readonly paging: Paging; readonly limit: number }

export async function listLatest(q: Page & { readonly editionId: number }): Promise<ArticleList> {
  nameTags(tags.latest(q.editionId))
  return listArticles(ofEdition(q.editionId), q)
}

export async function listOfBlog(q: Page & { readonly blogId: number }): Promise<ArticleList> {
  nameTags(tags.blogLatest(q.blogId))
  return listArticles(ofBlog(q.blogId), q)
}

export async function listOfTopic(q: Page & { readonly topicId: number }): Promise<ArticleList> {
  nameTags(tags.topicLatest(q.topicId))
  return listArticles(
    { from: Prisma.sql`"ArticleTopic"`, id: Prisma.sql`"articleId"`, where: Prisma.sql`"topicId" = ${q.topicId}` },
    q,
  )
}

export async function listOfContributor(q: Page & { readonly contributorId: number }): Promise<ArticleList> {
  nameTags(tags.contributorLatest(q.contributorId))
  const where = Prisma.sql`"contributorId" = ${q.contributorId}`
  return listArticles({ from: Prisma.sql`"Byline"`, id: Prisma.sql`"articleId"`, where }, q)
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
  nameTags(q.blogId === null ? tags.latest(q.editionId) : tags.blogLatest(q.blogId))
  const { from, id, where } = q.blogId === null ? ofEdition(q.editionId) : ofBlog(q.blogId)
  const { year, month } = q.month
  const start = Prisma.sql`make_timestamptz(${year}::int, ${month}::int, 1, 0, 0, 0, ${q.timeZone})`
  const end = Prisma.sql`make_timestamptz(${month === 12 ? year + 1 : year}::int, ${(month % 12) + 1}::int, 1, 0, 0, 0, ${q.timeZone})`
  return listArticles({ from, id, where: Prisma.sql`${where} AND "listedAt" >= ${start} AND "listedAt" < ${end}` }, q)
}

/** Where a list's rows come from: a table with "listedAt" and the article's id, both in its index. */
type Source = { readonly from: Prisma.Sql; readonly id: Prisma.Sql; readonly where: Prisma.Sql }

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

function ofEdition(editionId: number): Source {
  return { from: Prisma.sql`"Article"`, id: Prisma.sql`"id"`, where: Prisma.sql`"editionId" = ${editionId}` }
}

function ofBlog(blogId: number): Source {
  return { from: Prisma.sql`"Article"`, id: Prisma.sql`"id"`, where: Prisma.sql`"blogId" = ${blogId}` }
}
