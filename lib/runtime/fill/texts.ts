import type { Client } from 'pg'
import { countWords, plainText } from '#lib/domain/text/article-words.ts'
import type { Body } from '#lib/domain/text/body.ts'
import { latin } from '#lib/search/latin.ts'
import { wordsOf } from '#lib/search/words.ts'
import { bodyOf } from '../seed/body.ts'
import { readDemoNewsroom } from '../seed/demo-newsroom.ts'

/** Different bodies and headlines; articles take them in turns. */
const bodyCount = 1000
const paragraphsOfBody = 6
const sentencesOfParagraph = 4

/** Puts the texts that articles are made of, with their search vectors, into temporary tables of the connection. */
export async function loadTexts(client: Client, editionId: number): Promise<void> {
  const sentences = demoSentences()
  const random = randomFrom(20261122)
  const pick = () => sentences[Math.floor(random() * sentences.length)] ?? ''
  const bodies = Array.from({ length: bodyCount }, (_, index) => fillBody(pick, rareWord(index)))
  await client.query(`
    CREATE TEMP TABLE fill_body (n INT PRIMARY KEY, body JSONB, facts JSONB, words INT, standfirst TEXT, vector TSVECTOR);
    CREATE TEMP TABLE fill_headline (n INT PRIMARY KEY, start TEXT, rest TEXT)`)
  for (const [n, body] of bodies.entries()) {
    const text = plainText(body)
    const standfirst = pick()
    await client.query(
      `INSERT INTO fill_body VALUES ($1, $2, '{"pictureId": null, "sources": [], "sourceLine": null}', $3, $4,
        setweight(to_tsvector('masthead_en', $5), 'B') || to_tsvector('masthead_en', $6))`,
      [
        n,
        JSON.stringify(body),
        countWords(text, 'en'),
        standfirst,
        wordsOf(standfirst).join(' '),
        wordsOf(text).join(' '),
      ],
    )
    const [start, rest] = [pick(), pick()].map((sentence) => sentence.split(' ').slice(0, 5).join(' '))
    await client.query('INSERT INTO fill_headline VALUES ($1, $2, $3)', [n, start, rest])
  }
  const known = [...new Set(bodies.flatMap((body) => wordsOf(plainText(body))))].filter((word) =>
    /^\p{L}{3,40}$/u.test(word),
  )
  await client.query(
    `INSERT INTO "SearchWord" ("editionId", "word", "latin") SELECT $1, * FROM unnest($2::text[], $3::text[])
      ON CONFLICT DO NOTHING`,
    [editionId, known, known.map(latin)],
  )
}

function fillBody(pick: () => string, rare: string): Body {
  const paragraphs = Array.from({ length: paragraphsOfBody }, (_, index) => {
    const text = Array.from({ length: sentencesOfParagraph }, pick).join(' ')
    return { kind: 'paragraph', content: [{ text: index === 0 ? `${text} ${rare}.` : text }] } as const
  })
  return [
    ...paragraphs.slice(0, 3),
    { kind: 'crosshead', text: 'In other words', anchor: 's-in-other-words' },
    ...paragraphs.slice(3),
  ]
}

function demoSentences(): readonly string[] {
  const english = readDemoNewsroom().editions[0]
  const names = { articleIds: new Map(), pictureIds: new Map() }
  return (english?.articles ?? []).flatMap((article) =>
    article.body
      .filter((block) => block.kind === 'paragraph')
      .flatMap((block) => plainText(bodyOf([block], names, article.slug)).split(/(?<=[.!?])\s+/))
      .filter((sentence) => sentence.length > 40),
  )
}

/** A word that only one body has: what a search for a name finds. */
function rareWord(index: number): string {
  const syllables = ['kar', 'sai', 'tum', 'bel', 'oz', 'nar', 'ish', 'kul', 'dar', 'ak']
  return `Z${String(index)
    .padStart(3, '0')
    .replace(/\d/g, (digit) => syllables[Number(digit)] ?? '')}`
}

/** The same numbers at every run, so that two measurements see the same data (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
