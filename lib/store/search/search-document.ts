import { plainText } from '#lib/domain/text/article-words.ts'
import type { Body } from '#lib/domain/text/body.ts'
import { searchLanguage } from '#lib/search/language.ts'
import { latin } from '#lib/search/latin.ts'
import { narrowing } from '#lib/search/narrowing.ts'
import { wordsOf } from '#lib/search/words.ts'
import { database } from '#lib/store/database/client.ts'

/** A tsvector holds 1 MB, and positions up to 16,383 (postgresql.org/docs/current/textsearch-limitations.html). */
const mostWords = 16_000

type Row = {
  readonly articleId: number
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
  return writeSearchDocuments([articleId])
}

export async function writeSearchDocuments(articleIds: readonly number[]): Promise<void> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT a."id" AS "articleId", a."editionId", a."blogId", e."locale", a."listedAt", r."headline", r."standfirst", r."body",
      ARRAY(SELECT c."name" FROM "Byline" y JOIN "Contributor" c ON c."id" = y."contributorId" WHERE y."articleId" = a."id"
        UNION ALL SELECT t."name" FROM "ArticleTopic" x JOIN "Topic" t ON t."id" = x."topicId"
        WHERE x."articleId" = a."id") AS "names"
    FROM "Article" a JOIN "Edition" e ON e."id" = a."editionId" JOIN "Revision" r ON r."id" = a."publishedRevisionId"
    WHERE a."id" = ANY(${articleIds}::int[]) AND a."listedAt" IS NOT NULL`
  const listed = new Set(rows.map(({ articleId }) => articleId))
  const unlisted = articleIds.filter((id) => !listed.has(id))
  if (unlisted.length > 0)
    await database().$executeRaw`DELETE FROM "SearchDocument" WHERE "articleId" = ANY(${unlisted}::int[])`
  if (rows.length === 0) return
  const documents = rows.map(documentOf)
  await database().$executeRaw`
    INSERT INTO "SearchDocument" ("articleId", "editionId", "blogId", "listedAt", "vector")
    SELECT d."articleId", d."editionId", d."blogId", d."listedAt",
      setweight(to_tsvector(d."config"::regconfig, d."headline"), 'A')
      || setweight(to_tsvector(d."config"::regconfig, d."standfirst"), 'B')
      || setweight(to_tsvector(d."config"::regconfig, d."names"), 'C')
      || to_tsvector(d."config"::regconfig, d."body")
      || array_to_tsvector(d."terms")
    FROM jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) AS d("articleId" int, "editionId" int, "blogId" int,
      "listedAt" timestamptz, "config" text, "headline" text, "standfirst" text, "names" text, "body" text, "terms" text[])
    ON CONFLICT ("articleId") DO UPDATE SET "editionId" = excluded."editionId", "blogId" = excluded."blogId",
      "listedAt" = excluded."listedAt", "vector" = excluded."vector"`
  // In one order, so that two writers never wait for each other in a circle.
  const editionIds = [...new Set(rows.map(({ editionId }) => editionId))].toSorted((a, b) => a - b)
  for (const editionId of editionIds) {
    const own = documents.filter((document) => document.editionId === editionId)
    await learnWords(
      editionId,
      own.flatMap(({ headline, standfirst, body }) => [headline, standfirst, body].flatMap(split)),
    )
  }
}

function documentOf({ articleId, editionId, blogId, locale, listedAt, headline, standfirst, body, names }: Row) {
  return {
    ...{ articleId, editionId, blogId, listedAt, config: searchLanguage(locale).config },
    headline: wordsOf(headline).join(' '),
    standfirst: wordsOf(standfirst).join(' '),
    names: names.flatMap(wordsOf).join(' '),
    body: wordsOf(plainText(body)).slice(0, mostWords).join(' '),
    terms: [narrowing.edition(editionId), narrowing.blog(blogId), narrowing.month(listedAt)],
  }
}

function split(words: string): readonly string[] {
  return words.split(' ')
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
