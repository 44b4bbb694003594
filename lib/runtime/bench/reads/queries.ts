import { Client } from 'pg'
import type { Edition } from '#lib/domain/edition.ts'
import type { Paging } from '#lib/domain/lists/listing.ts'
import { findArticlesByWords } from '#lib/store/finding/find-articles.ts'
import { listEditions } from '#lib/store/pages/editions.ts'
import { listLatest, listOfBlog, listOfContributor, listOfMonth, listOfTopic } from '#lib/store/pages/lists.ts'
import { search } from '#lib/store/search/search.ts'
import { percentile } from '../report/statistics.ts'
import { atMost, milliseconds, type Row } from '../report/table.ts'
import { machineReads } from './machine-reads.ts'

const limit = 20
const rounds = 300

/** Lists at random depths and searches for random words, one after the other, as pages ask for them. */
export async function benchQueries(databaseUrl: string): Promise<readonly Row[]> {
  const edition = (await listEditions()).find(({ isDefault }) => isDefault)
  if (!edition) throw new Error('This database has no default edition')
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const places = await placesOf(client, edition)
    const lists = listsOf(edition, places)
    const rows: Row[] = []
    for (const [name, ask] of Object.entries(lists)) rows.push(...(await timed(name, 20, ask)))
    for (const { name, most, rounds, ask } of machineReads(places)) rows.push(...(await timed(name, most, ask, rounds)))
    for (const [name, ask] of Object.entries(searchesOf(edition, await textsOf(client, edition))))
      rows.push(...(await timed(name, 100, ask)))
    return rows
  } finally {
    await client.end()
  }
}

type Ask = (round: number) => Promise<unknown>

async function timed(name: string, most: number, ask: Ask, turns: number = rounds): Promise<readonly Row[]> {
  const times: number[] = []
  for (let round = 0; round < Math.min(20, turns); round += 1) await ask(round)
  for (let round = 0; round < turns; round += 1) {
    const startedAt = performance.now()
    await ask(round)
    times.push(performance.now() - startedAt)
  }
  const p50 = milliseconds(percentile(times, 0.5))
  return [atMost({ what: `${name}, p99 (p50 ${p50})`, value: percentile(times, 0.99), most, show: milliseconds })]
}

type Places = Awaited<ReturnType<typeof placesOf>>

/** Places in lists, to be read from. */
async function placesOf(client: Client, { id: editionId }: Edition) {
  const { rows } = await client.query<{ id: number; at: Date }>(
    `SELECT "id", "listedAt" AS at FROM "Article"
     WHERE "editionId" = $1 AND "listedAt" IS NOT NULL ORDER BY md5("id"::text) LIMIT 200`,
    [editionId],
  )
  const paging = (n: number): Paging => {
    const cursor = rows[n % rows.length]
    return cursor ? { kind: n % 3 === 0 ? 'newer-than' : 'older-than', cursor } : null
  }
  const month = (n: number) => {
    const at = rows[n % rows.length]?.at ?? new Date()
    return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1 }
  }
  const idsOf = async (table: 'Blog' | 'Topic' | 'Contributor') => {
    const found = await client.query<{ id: number }>(`SELECT "id" FROM "${table}" WHERE "editionId" = $1`, [editionId])
    return (n: number) => found.rows[n % found.rows.length]?.id ?? 0
  }
  const newest = await client.query<{ id: number }>('SELECT coalesce(max("id"), 1) AS id FROM "Article"')
  return {
    ...{ editionId, paging, month, largestId: newest.rows[0]?.id ?? 1 },
    ...{ blog: await idsOf('Blog'), topic: await idsOf('Topic'), contributor: await idsOf('Contributor') },
  }
}

function listsOf({ id: editionId, timeZone }: Edition, places: Places): Record<string, Ask> {
  const { paging, month, blog, topic, contributor } = places
  return {
    latest: (n) => listLatest({ editionId, paging: paging(n), limit }),
    'list of a blog': (n) => listOfBlog({ blogId: blog(n), paging: paging(n), limit }),
    'list of a topic': (n) => listOfTopic({ topicId: topic(n), paging: paging(n), limit }),
    'list of a contributor': (n) => listOfContributor({ contributorId: contributor(n), paging: paging(n), limit }),
    'month of the archive': (n) =>
      listOfMonth({ editionId, blogId: null, month: month(n), timeZone, paging: null, limit }),
  }
}

type Text = { readonly headline: string; readonly standfirst: string }

/** Words of headlines: the frequent come often, the rare sometimes, as readers ask. Phrases are beginnings of standfirsts. */
function searchesOf(edition: Edition, texts: readonly Text[]): Record<string, Ask> {
  const words = texts.flatMap(({ headline }) => headline.match(/\p{L}{4,}/gu) ?? [])
  const phrases = texts.map(({ standfirst }) => standfirst.split(' ').slice(0, 3).join(' ')).filter(Boolean)
  if (words.length === 0 || phrases.length === 0) throw new Error('No article has a word to search for')
  const word = (n: number) => words[n % words.length] ?? ''
  const other = (n: number) => word(n * 7 + 3)
  const ask = (text: string) => searchFor(edition, text)
  return {
    'search, one word': (n) => ask(word(n)),
    'search, two words': (n) => ask(`${word(n)} ${other(n)}`),
    'search, misspelt': (n) => ask(misspelt(word(n))),
    'search, a phrase': (n) => ask(`"${phrases[n % phrases.length]}"`),
    // Two words that many texts have, and none side by side.
    'search, a phrase found nowhere': (n) => ask(`"${word(n)} ${other(n)}"`),
    'search, without a word': (n) => ask(`${word(n)} -${other(n)}`),
    'newsroom’s search (⌘K)': (n) => findArticlesByWords(`${word(n)} ${other(n).slice(0, 3)}`, { kind: 'everywhere' }),
    'newsroom’s search, found nowhere': (n) => findArticlesByWords(`${word(n)} zzxxqq`, { kind: 'everywhere' }),
  }
}

async function textsOf(client: Client, { id }: Edition): Promise<readonly Text[]> {
  const { rows } = await client.query<Text>(
    `SELECT a."headline", r."standfirst"
     FROM "Article" a JOIN "Revision" r ON r."id" = a."publishedRevisionId"
     WHERE a."editionId" = $1 AND a."listedAt" IS NOT NULL ORDER BY md5(a."id"::text) LIMIT 300`,
    [id],
  )
  return rows
}

function searchFor(edition: Edition, text: string): Promise<unknown> {
  const question = { text, blogSlug: null, from: null, to: null, order: 'relevance', page: 1, isWhole: false } as const
  return search({ edition, question, limit })
}

/** Two letters change places. */
function misspelt(word: string): string {
  const middle = Math.floor(word.length / 2)
  return `${word.slice(0, middle - 1)}${word[middle]}${word[middle - 1]}${word.slice(middle + 1)}`
}
