import type { ArticleCard } from '#lib/domain/article.ts'
import type { Body } from '#lib/domain/text/body.ts'
import type { SearchLanguage } from '#lib/search/language.ts'
import { database } from '#lib/store/database/client.ts'
import { cardJoins, cardJson } from '#lib/store/pages/sql/card-sql.ts'
import { articleCard, type Json } from '#lib/store/rows.ts'

export type FoundArticle = { readonly card: ArticleCard; readonly body: Body }

/** Cards and texts of the articles found, in the order of `ids`. */
export async function listFoundArticles(ids: readonly number[]): Promise<readonly FoundArticle[]> {
  const rows = await database().$queryRaw<{ card: Json<ArticleCard>; body: Body }[]>`
    SELECT ${cardJson} AS "card", r."body" FROM unnest(${ids}::int[]) WITH ORDINALITY AS found(id, place)
    JOIN "Article" a ON a."id" = found.id JOIN "Revision" r ON r."id" = a."publishedRevisionId" ${cardJoins}
    ORDER BY found.place`
  return rows.map(({ card, body }) => ({ card: articleCard(card), body }))
}

/** What PostgreSQL searches for when it is given these words: their stems. */
export async function listStems(
  words: readonly string[],
  config: SearchLanguage['config'],
): Promise<readonly string[]> {
  const [row] = await database().$queryRaw<{ stems: string[] }[]>`
    SELECT tsvector_to_array(to_tsvector(${config}::regconfig, ${words.join(' ')})) AS "stems"`
  return row?.stems ?? []
}
