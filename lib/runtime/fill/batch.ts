import type { Client } from 'pg'
import { readingMinutes } from '#lib/domain/text/article-words.ts'
import { narrowing } from '#lib/search/narrowing.ts'
import type { NewsroomIds } from '#lib/store/articles/desk/newsroom-ids.ts'

/** The ids before the first of this fill. */
export type Reserved = { readonly article: number; readonly revision: number; readonly family: number }

export async function reserveIds(client: Client, count: number): Promise<Reserved> {
  const reserve = async (table: string) => {
    const { rows } = await client.query<{ last: number }>(
      `SELECT (setval(s, nextval(s) + $1) - $1)::int AS last FROM pg_get_serial_sequence($2, 'id') s`,
      [count, `"${table}"`],
    )
    return rows[0]?.last ?? 0
  }
  return {
    article: await reserve('Article'),
    revision: await reserve('Revision'),
    family: await reserve('StoryFamily'),
  }
}

type Batch = {
  readonly newsroom: NewsroomIds
  readonly ids: Reserved
  /** Articles `from` … `to - 1` of `count`. */
  readonly from: number
  readonly to: number
  readonly count: number
}

/** Fifteen years of articles, evenly spread, the last one a minute ago. */
const spread = `(15 * 365 * 86400.0)`

export async function insertBatch(client: Client, { newsroom, ids, from, to, count }: Batch): Promise<void> {
  const { editionId, blogIds, topicIds, contributorIds, pictureIds } = newsroom
  await client.query('DROP TABLE IF EXISTS fill_batch')
  await client.query(
    `CREATE TEMP TABLE fill_batch AS
      SELECT i, $3::int + i AS article, $4::int + i AS revision, $5::int + i AS family,
        date_trunc('milliseconds', now() - interval '1 minute' - make_interval(secs => ($6 - i) * ${spread} / $6)) AS at,
        h.start || ', ' || lower(left(g.rest, 1)) || substr(g.rest, 2) AS headline,
        b.body, b.facts, b.words, b.standfirst, b.vector,
        ($7::int[])[1 + i % cardinality($7::int[])] AS blog,
        CASE WHEN i % 3 > 0 THEN ($8::int[])[1 + i % nullif(cardinality($8::int[]), 0)] END AS picture
      FROM generate_series($1::int, $2::int) i
      JOIN fill_body b ON b.n = (i * 7919::bigint) % (SELECT count(*) FROM fill_body)
      JOIN fill_headline h ON h.n = (i * 104729::bigint) % (SELECT count(*) FROM fill_headline)
      JOIN fill_headline g ON g.n = (i / 1000 + i) % (SELECT count(*) FROM fill_headline)`,
    [from, to - 1, ids.article, ids.revision, ids.family, count, blogIds, pictureIds],
  )
  // One statement: an article and its revision refer to each other, and foreign keys are checked at its end.
  await client.query(
    `WITH family AS (
      INSERT INTO "StoryFamily" ("id", "key", "originId") SELECT family, 'fill-' || family, $1 FROM fill_batch
    ), article AS (
      INSERT INTO "Article" ("id", "editionId", "blogId", "familyId", "slug", "state", "publishedRevisionId", "firstPublishedAt",
        "listedAt", "headline", "standfirst", "readingMinutes", "pictureId", "createdAt", "changedAt")
      SELECT article, $1, blog, family, 'story-' || article, 'published', revision, at, at, headline, standfirst, $2, picture, at, at
      FROM fill_batch
    )
    INSERT INTO "Revision" ("id", "articleId", "number", "headline", "standfirst", "body", "facts", "wordCount", "createdAt",
      "createdBy", "hash")
    SELECT revision, article, 1, headline, standfirst, body, facts, words, at, 'fill',
      encode(sha256(convert_to('fill ' || revision, 'UTF8')), 'hex') FROM fill_batch`,
    [editionId, readingMinutes(400, 'en')],
  )
  await client.query(
    `INSERT INTO "ArticleTopic" ("articleId", "topicId", "position")
      SELECT article, ($1::int[])[1 + (i * 31 + n * (1 + i % 5)) % cardinality($1::int[])], n
      FROM fill_batch CROSS JOIN generate_series(0, 1) n ON CONFLICT DO NOTHING`,
    [topicIds],
  )
  await client.query(
    `INSERT INTO "Byline" ("articleId", "contributorId", "position")
      SELECT article, ($1::int[])[1 + (i * 17) % cardinality($1::int[])], 0 FROM fill_batch`,
    [contributorIds],
  )
  await client.query(
    `INSERT INTO "SearchDocument" ("articleId", "editionId", "blogId", "listedAt", "vector")
      SELECT article, $1, blog, at, setweight(to_tsvector('masthead_en', headline), 'A') || vector
        || array_to_tsvector(ARRAY[$2, $3 || blog, 'month:' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM')])
      FROM fill_batch`,
    [editionId, narrowing.edition(editionId), 'blog:'],
  )
  await client.query(
    `INSERT INTO "Correction" ("articleId", "editionId", "place", "text", "at")
      SELECT article, $1, 'bottom', 'An earlier version gave another number.', at + interval '1 hour' FROM fill_batch WHERE i % 500 = 0`,
    [editionId],
  )
}
