import type { Edition } from '#lib/domain/edition.ts'
import type { SearchQuestion } from '#lib/domain/lists/search.ts'
import { wordsOf } from '#lib/search/words.ts'
import { database } from '#lib/store/database/client.ts'

/** As the index "Article_short_headline_idx" has it: longer ones hold a word of their own. */
const longestHeadline = 60
/** Marks and quotation marks around the words. */
const mostMarks = 8
const mostCandidates = 2000

/** Articles whose headline is these words and nothing else, the newest first: of common words no search document knows. */
export async function findHeadlinesAlone(edition: Edition, question: SearchQuestion): Promise<readonly number[]> {
  const sought = wordsOf(question.text).join(' ')
  const { blogSlug, from, to } = question
  const rows = await database().$queryRaw<{ id: number; headline: string }[]>`
    SELECT a."id", a."headline" FROM "Article" a JOIN "Blog" b ON b."id" = a."blogId"
    WHERE a."editionId" = ${edition.id} AND a."listedAt" IS NOT NULL AND char_length(a."headline") <= ${longestHeadline}
      AND char_length(a."headline") BETWEEN ${sought.length} AND ${sought.length + mostMarks}
      AND (${blogSlug}::text IS NULL OR b."slug" = ${blogSlug})
      AND (${from}::timestamp IS NULL OR a."listedAt" >= ${from}::timestamp AT TIME ZONE ${edition.timeZone})
      AND (${to}::timestamp IS NULL OR a."listedAt" < (${to}::timestamp + interval '1 day') AT TIME ZONE ${edition.timeZone})
    ORDER BY a."listedAt" DESC, a."id" DESC LIMIT ${mostCandidates}`
  return rows.flatMap(({ id, headline }) => (wordsOf(headline).join(' ') === sought ? [id] : []))
}
