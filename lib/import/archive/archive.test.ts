import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { after, test } from 'node:test'
import { type ArticleDraft, draftOf, withDraft } from '#lib/domain/writing/editor/article-draft.ts'
import { originalPath } from '#lib/media/files.ts'
import { migrate } from '#lib/runtime/migrate/migrate.ts'
import { readMigrations } from '#lib/runtime/migrate/migrations.ts'
import { seedDemo } from '#lib/runtime/seed/seed.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { findNewestDraft } from '#lib/store/articles/writing/revisions.ts'
import { closeDatabase } from '#lib/store/database/client.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { publicReads } from '../testing/public-reads.ts'
import { readArchive } from './read-archive.ts'
import { writeArchive } from './write-archive.ts'

const db = withDatabase()
const folder = await mkdtemp(join(tmpdir(), 'masthead-archive-'))
process.env.VAR_DIR = join(folder, 'var')
after(() => rm(folder, { recursive: true, force: true }))
const quiet = { isDry: false, log: () => undefined }
const archive = join(folder, 'export')

const canary = 'palimpsest-of-nobody'

/** Words, and a whole block, that somebody wants in an article which readers see. */
async function suggestInPublished(): Promise<{ readonly id: number; readonly draft: ArticleDraft }> {
  const [row] = await db.query<{ id: number; version: number }>(
    `SELECT "id", "version" FROM "Article" WHERE "state" = 'published' ORDER BY "id" LIMIT 1`,
  )
  const { id, version } = row ?? assert.fail()
  const suggestion = { kind: 'insertion', id: 'suggestion-1', by: 'u', at: '2026-11-22T12:00:00.000Z' } as const
  const now = new Date()
  const changed = await changeArticle({ id, version, by: { name: 'Aida' }, action: 'edit', now }, (article, ground) => {
    const added = { kind: 'paragraph', content: [{ text: canary, marks: [suggestion] }] } as const
    const flagged = { kind: 'pull-quote', text: canary, suggestion } as const
    const draft = draftOf(article)
    return withDraft(article, { ...draft, body: [...draft.body, added, flagged] }, ground)
  })
  return { id, draft: draftOf(changed.ok ? changed.value : assert.fail()) }
}

/** Two stages of a desk with a rule between them, and a draft that stands in the second one and is due. */
async function giveStages(): Promise<void> {
  await db.query(`
    INSERT INTO "DeskStage" ("id", "editionId", "blogId", "name", "state", "position", "entryRole", "follows", "releases")
    SELECT x.id, b."editionId", b."id", x.name, 'draft', x.id, x.role::"Role", x.follows, x.releases
    FROM (SELECT * FROM "Blog" ORDER BY "id" LIMIT 1) b,
      (VALUES (501, 'Жазуу', NULL, '{}'::int[], false), (502, 'Факттар', 'editor', '{501}', true)) x(id, name, role, follows, releases)`)
  await db.query(`
    UPDATE "Article" SET "state" = 'draft', "deskStageId" = 502, "dueAt" = '2031-01-01T10:00:00Z', "scheduledFor" = NULL
    WHERE "id" = (SELECT min("id") FROM "Article" WHERE "publishedRevisionId" IS NULL AND "firstPublishedAt" IS NULL)`)
}

const stages = () => db.query('SELECT * FROM "DeskStage" ORDER BY "id"')
const standing = () =>
  db.query('SELECT "id", "deskStageId", "dueAt" FROM "Article" WHERE "deskStageId" IS NOT NULL OR "dueAt" IS NOT NULL')

async function emptyDatabase(): Promise<void> {
  await closeDatabase()
  await db.query('DROP SCHEMA public CASCADE')
  await db.query('CREATE SCHEMA public')
  for (const name of ['en', 'ru', 'simple']) await db.query(`DROP TEXT SEARCH CONFIGURATION IF EXISTS masthead_${name}`)
  await migrate({ url: db.url(), migrations: readMigrations(process.cwd()) })
}

test('what is exported and imported into an empty database is the same to every reader, byte for byte', async () => {
  await seedDemo({ log: () => undefined })
  await db.query(`INSERT INTO "User" ("id", "name", "email") VALUES ('u', 'Aida', 'aida@example.org')`)
  await db.query(
    `INSERT INTO "Account" ("id", "accountId", "providerId", "userId", "password") VALUES ('a', 'u', 'credential', 'u', 'hash-of-a-password')`,
  )
  await db.query(
    `INSERT INTO "OldAddress" ("path", "articleId") SELECT '2020/05/old', min("id") FROM "Article" WHERE "state" = 'published'`,
  )
  // Line separators of Unicode end no line of ours.
  await db.query(`UPDATE "Blog" SET "description" = "description" || chr(8232) || chr(133) || 'and more'`)
  await db.query(
    `INSERT INTO "FormerAddress" ("editionId", "path", "topicId") SELECT "editionId", 'topic/as-it-was', "id" FROM "Topic" ORDER BY "id" LIMIT 1`,
  )
  const { id, draft } = await suggestInPublished()
  await giveStages()
  const desk = [await stages(), await standing()]
  assert.deepEqual(
    desk.map(({ length }) => length),
    [2, 1],
  )
  const before = await publicReads(db)
  assert.ok(before.size > 150, `${before.size} addresses`)
  assert.ok((await writeArchive(archive, quiet)).ok)
  assert.deepEqual(await writeArchive(archive, quiet), { ok: false, error: { kind: 'not-empty' } })

  await rm(join(folder, 'var', 'media'), { recursive: true })
  await emptyDatabase()
  const read = await readArchive(archive, quiet)
  assert.ok(read.ok, JSON.stringify(read))
  const imported = await publicReads(db)
  assert.deepEqual([...imported.keys()], [...before.keys()])
  for (const [address, bytes] of before) assert.equal(imported.get(address), bytes, address)
  assert.deepEqual((await findNewestDraft(id))?.draft, draft, 'what is suggested came along')
  assert.deepEqual([await stages(), await standing()], desk, 'the stages of desks came along, and where articles stand')
  for (const [address, bytes] of imported) assert.ok(!bytes.includes(canary), address)
  for (const { sha256 } of await db.query<{ sha256: string }>('SELECT "sha256" FROM "Picture"'))
    assert.ok((await readFile(originalPath(sha256))).length > 0)
  // The chain of the audit trail is whole, and ids go on after those that were given.
  const [last] = await db.query<{ next: string; most: string }>(
    `SELECT nextval(pg_get_serial_sequence('"Article"', 'id'))::text AS next, (SELECT max("id") FROM "Article")::text AS most`,
  )
  assert.equal(Number(last?.next), Number(last?.most) + 1)
})

test('what is suggested stands in the revisions of an export, and in no file for readers', async () => {
  const holding = async (path: string) => (await readFile(path)).includes(canary)
  const tables = (await readdir(join(archive, 'tables'))).map((name) => join(archive, 'tables', name))
  const files = [
    join(archive, 'redirects.jsonl'),
    ...(await readdir(join(archive, 'media'))).map((name) => join(archive, 'media', name)),
  ]
  const found: string[] = []
  for (const path of [...tables, ...files]) if (await holding(path)) found.push(relative(archive, path))
  assert.deepEqual(found, ['tables/Revision.jsonl'])
})

test('nobody else on the machine can read an export', async () => {
  assert.equal((await stat(archive)).mode & 0o077, 0)
})

test('the people of an export have no passwords, and nobody comes in by it', async () => {
  for (const file of await readdir(join(archive, 'tables')))
    assert.ok(!(await readFile(join(archive, 'tables', file), 'utf8')).includes('hash-of-a-password'), file)
  assert.deepEqual(await db.query('SELECT "name", "email" FROM "User"'), [{ name: 'Aida', email: 'aida@example.org' }])
  assert.deepEqual(await db.query('SELECT "userId", "password" FROM "Account"'), [{ userId: 'u', password: null }])
})

test('redirects are written for whoever goes elsewhere', async () => {
  const lines = (await readFile(join(archive, 'redirects.jsonl'), 'utf8')).trim().split('\n')
  const redirects = lines.map((line) => JSON.parse(line) as { from: string; to: string })
  assert.ok(redirects.some(({ from }) => from === '/2020/05/old'))
  assert.ok(redirects.some(({ from, to }) => /\/topic\/as-it-was$/.test(from) && /\/topic\/[a-z]/.test(to)))
  for (const { from, to } of redirects) assert.match(`${from} ${to}`, /^\/\S+ \/\S+$/)
})

test('a newsroom that is there is left alone, and a damaged export changes nothing', async () => {
  const full = await readArchive(archive, quiet)
  assert.ok(!full.ok && /already/.test(full.error.problem))
  await emptyDatabase()
  const path = join(archive, 'tables', 'Topic.jsonl')
  await writeFile(path, (await readFile(path, 'utf8')).replace('"name"', '"nome"'))
  const damaged = await readArchive(archive, quiet)
  assert.ok(!damaged.ok && /damaged/.test(damaged.error.problem))
  assert.deepEqual(await db.query('SELECT 1 FROM "Edition"'), [])
})
