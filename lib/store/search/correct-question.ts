import type { SearchLanguage } from '#lib/search/language.ts'
import { latin } from '#lib/search/latin.ts'
import { nearest } from '#lib/search/nearest.ts'
import { type Question, replaceWords, soughtWords } from '#lib/search/question.ts'
import { inTransaction } from '#lib/store/database/client.ts'

/** Candidates by trigram for one word; the fewest slips decide among them. */
const candidateLimit = 40

/** A question of many unknown words is not a slip of the finger, and each costs a search of its own. */
const mostWords = 6

/** Below the standard of 0.3: two swapped letters in a word of six leave few trigrams alike, the fewest in Persian. */
const leastSimilarity = 0.2

/** The question with each word that the edition never used replaced by the nearest one that it did. Null when there is none. */
export async function correctQuestion(
  editionId: number,
  asked: Question,
  language: SearchLanguage,
): Promise<Question | null> {
  const words = soughtWords(asked).slice(0, mostWords)
  const rows = await inTransaction(async (database) => {
    await database.$queryRaw`SELECT set_config('pg_trgm.similarity_threshold', ${`${leastSimilarity}`}, true)`
    return database.$queryRaw<{ word: string; candidates: string[] }[]>`
      SELECT w.word, ARRAY(
          SELECT k."word" FROM "SearchWord" k WHERE k."editionId" = ${editionId} AND k."latin" % w.latin
          ORDER BY similarity(k."latin", w.latin) DESC, k."word" LIMIT ${candidateLimit}) AS "candidates"
      FROM unnest(${words}::text[], ${words.map(latin)}::text[]) AS w(word, latin)
      WHERE NOT EXISTS (SELECT 1 FROM "SearchWord" k WHERE k."editionId" = ${editionId}
        AND (k."word" = w.word OR (${!language.hasStems} AND starts_with(k."word", w.word))))`
  })
  const replacements = new Map<string, string>()
  for (const { word, candidates } of rows) {
    const near = nearest(word, candidates)
    if (near) replacements.set(word, near)
  }
  return replacements.size > 0 ? replaceWords(asked, replacements) : null
}
