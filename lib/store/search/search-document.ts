import { plainText } from '#lib/domain/text/article-words.ts'
import type { Body } from '#lib/domain/text/body.ts'
import { searchLanguage } from '#lib/search/language.ts'
import { latin } from '#lib/search/latin.ts'
import { narrowing } from '#lib/search/narrowing.ts'
import { wordsOf } from '#lib/search/words.ts'
import { database } from '#lib/store/client.ts'

/** A tsvector holds 1 MB, and positions up to 16,383 (postgresql.org/docs/current/textsearch-limitations.html). */
const mostWords = 16_000

type Row = {
  readonly editionId: number
  readonly blogId: number
  readonly locale: string
  readonly listedAt: Date
  readonly headline: string
  readonly standfirst: string
  readonly body: Body
  readonly names: readonly string[]
}

/** Makes search say what readers see of the article: written anew while it is listed, removed when it is not. */
export async function writeSearchDocument(articleId: number): Promise<void> {
  const [row] = await database().$queryRaw<Row[]>`
    SELECT a."editionId", a."blogId", e."locale", a."listedAt", r."headline", r."standfirst", r."body",
      ARRAY(SELECT c."name" FROM "Byline" y JOIN "Contributor" c ON c."id" = y."contributorId" WHERE y."articleId" = a."id"
        UNION ALL SELECT t."name" FROM "ArticleTopic" x JOIN "Topic" t ON t."id" = x."topicId"
        WHERE x."articleId" = a."id") AS "names"
    FROM "Article" a JOIN "Edition" e ON e."id" = a."editionId" JOIN "Revision" r ON r."id" = a."publishedRevisionId"
    WHERE a."id" = ${articleId} AND a."listedAt" IS NOT NULL`
  if (!row) {
    await database().$executeRaw`DELETE FROM "SearchDocument" WHERE "articleId" = ${articleId}`
    return
  }
  const { config } = searchLanguage(row.locale)
  const headline = wordsOf(row.headline)
  const standfirst = wordsOf(row.standfirst)
  const body = wordsOf(plainText(row.body)).slice(0, mostWords)
  const names = row.names.flatMap(wordsOf)
  const terms = [narrowing.edition(row.editionId), narrowing.blog(row.blogId), narrowing.month(row.listedAt)]
  await database().$executeRaw`
    INSERT INTO "SearchDocument" ("articleId", "editionId", "blogId", "listedAt", "vector")
    VALUES (${articleId}, ${row.editionId}, ${row.blogId}, ${row.listedAt},
      setweight(to_tsvector(${config}::regconfig, ${headline.join(' ')}), 'A')
      || setweight(to_tsvector(${config}::regconfig, ${standfirst.join(' ')}), 'B')
      || setweight(to_tsvector(${config}::regconfig, ${names.join(' ')}), 'C')
      || to_tsvector(${config}::regconfig, ${body.join(' ')})
      || array_to_tsvector(${terms}::text[]))
    ON CONFLICT ("articleId") DO UPDATE SET "editionId" = excluded."editionId", "blogId" = excluded."blogId",
      "listedAt" = excluded."listedAt", "vector" = excluded."vector"`
  await learnWords(row.editionId, [...headline, ...standfirst, ...body])
}

/** Numbers and very short or long words are never the correction of a slip. */
const wordWorthKnowing = /^\p{L}[\p{L}\p{M}]{2,39}$/u

async function learnWords(editionId: number, all: readonly string[]): Promise<void> {
  // In one order, so that two writers never wait for each other in a circle.
  const words = [...new Set(all)].filter((word) => wordWorthKnowing.test(word)).sort()
  await database().$executeRaw`
    INSERT INTO "SearchWord" ("editionId", "word", "latin")
    SELECT ${editionId}, word, latin FROM unnest(${words}::text[], ${words.map(latin)}::text[]) AS known(word, latin)
    ON CONFLICT DO NOTHING`
}
