import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuse } from '#lib/domain/result.ts'
import { chainHash } from '#lib/domain/workflow/revision-hash.ts'
import { publish, type Refusal } from '#lib/domain/workflow/workflow.ts'
import { type ArticleDraft, withDraft } from '#lib/domain/writing/editor/article-draft.ts'
import { merge, resolve } from '#lib/domain/writing/saving/merge.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { by, makeDraft, makeEdition, noon, paragraphs } from '#lib/store/testing/newsroom.ts'
import { findNewestDraft } from './revisions.ts'

/** Rounds in which two editors and the scheduler go for one article at the same moment. */
const rounds = 500

const db = withDatabase()

test('two editors and a scheduler at one article: no lost update, no double publish, the chain intact', async () => {
  const newsroom = await makeEdition()
  const id = await makeDraft(newsroom, { text: { body: paragraphs('aida', 'desk', 'bek') } })
  const published: number[] = []

  const schedule = async (round: number) => {
    const now = new Date(noon.getTime() + round)
    for (;;) {
      const newest = (await findNewestDraft(id)) ?? assert.fail()
      const done = await changeArticle<Refusal | { readonly kind: 'nothing-new' }>(
        { id, version: newest.version, by, action: 'publish', now },
        (article) => {
          const isShown = article.state.kind === 'published' && article.state.shows === 'newest'
          return isShown ? refuse({ kind: 'nothing-new' }) : publish(article, now)
        },
      )
      if (done.ok) published.push(done.value.version)
      if (done.ok || done.error.kind === 'nothing-new') return
      assert.equal(done.error.kind, 'stale')
    }
  }
  const first = (await findNewestDraft(id)) ?? assert.fail()
  const editors = [writer(id, 'aida', 0, first), writer(id, 'bek', 2, first)]
  for (let round = 1; round <= rounds; round++)
    await Promise.all([...editors.map((write) => write(round)), schedule(round)])

  const newest = (await findNewestDraft(id)) ?? assert.fail()
  const texts = newest.draft.body.map((block) => (block.kind === 'paragraph' ? block.content[0]?.text : ''))
  assert.deepEqual(texts, [`aida ${rounds}`, 'desk', `bek ${rounds}`], 'the last words of both stand')
  const written = await revisions(id)
  for (const name of ['aida', 'bek'])
    for (let round = 1; round <= rounds; round++)
      assert.ok(
        written.some(({ body }) => JSON.stringify(body).includes(`"${name} ${round}"`)),
        `${name} ${round} is in no revision`,
      )
  assert.equal(new Set(published).size, published.length)
  const [events] = await db.query<{ count: number; versions: number }>(
    `SELECT count(*)::int AS "count", count(DISTINCT "details" ->> 'version')::int AS "versions"
      FROM "AuditEvent" WHERE "subject" = $1 AND "action" = 'article.publish'`,
    [`article:${id}`],
  )
  assert.deepEqual(events, { count: published.length, versions: published.length })
  assertChain(id, written)
})

/** Saves a new word in its own paragraph each round; a stale save is merged with what came in, as the merge screen does. */
function writer(id: number, name: string, paragraph: number, first: { version: number; draft: ArticleDraft }) {
  let base = first.draft
  let version = first.version
  return async (round: number) => {
    let mine: ArticleDraft = {
      ...base,
      body: base.body.map((block, index) => (index === paragraph ? word(`${name} ${round}`) : block)),
    }
    for (;;) {
      const now = new Date(noon.getTime() + round)
      const saved = await changeArticle(
        { id, version, by: { name }, action: 'edit', now },
        (article, { newestRevisionId }) => withDraft(article, mine, { newestRevisionId }),
      )
      if (saved.ok) {
        base = mine
        version = saved.value.version
        return
      }
      assert.equal(saved.error.kind, 'stale')
      const theirs = (await findNewestDraft(id)) ?? assert.fail()
      mine =
        resolve(merge({ base, mine, theirs: theirs.draft }), {}) ?? assert.fail('a conflict between two paragraphs')
      base = theirs.draft
      version = theirs.version
    }
  }
}

function word(text: string) {
  return { kind: 'paragraph', content: [{ text }] } as const
}

type Row = Readonly<Record<string, unknown>> & {
  readonly number: number
  readonly hash: string
  readonly previousHash: string | null
  readonly createdAt: Date
}

function revisions(id: number): Promise<Row[]> {
  return db.query<Row>('SELECT * FROM "Revision" WHERE "articleId" = $1 ORDER BY "number"', [id])
}

function assertChain(articleId: number, rows: readonly Row[]): void {
  let before: string | null = null
  for (const [index, row] of rows.entries()) {
    const { number, headline, standfirst, description, body, facts, createdAt, createdBy, hash, previousHash } = row
    assert.equal(number, index + 1)
    assert.equal(previousHash, before)
    const content = { articleId, number, headline, standfirst, description, body, facts }
    assert.equal(hash, chainHash({ ...content, at: createdAt.toISOString(), by: createdBy }, before))
    before = hash
  }
}
