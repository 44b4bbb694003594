import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Body } from '#lib/domain/text/body.ts'
import { createRun, findRun } from '#lib/store/imports/import-runs.ts'
import { findByOldAddress } from '#lib/store/pages/old-address.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { makeEdition } from '#lib/store/testing/newsroom.ts'
import { runImport } from './run-import.ts'
import { runTask } from './run-task.ts'
import { writeWxr } from './testing/generated.ts'
import { files, imported, makeUploads } from './testing/imported.ts'
import { inShort } from './testing/in-short.ts'

const db = withDatabase()
const folder = await mkdtemp(join(tmpdir(), 'masthead-import-'))
process.env.VAR_DIR = join(folder, 'var')
const uploads = await makeUploads(join(folder, 'uploads'))
after(() => rm(folder, { recursive: true, force: true }))

let editionId = 0

type Row = {
  readonly slug: string
  readonly state: string
  readonly blog: string
  readonly body: Body
  readonly topics: readonly string[]
  readonly authors: readonly string[]
  readonly old: readonly string[]
  readonly firstPublishedAt: Date | null
  readonly textChangedAt: Date | null
  readonly pictureId: number | null
}

async function articleOf(headline: string): Promise<Row> {
  const [row] = await db.query<Row>(
    `SELECT a.*, a."state"::text AS "state", r."body", b."slug" AS "blog",
      ARRAY(SELECT t."slug" FROM "ArticleTopic" x JOIN "Topic" t ON t."id" = x."topicId" WHERE x."articleId" = a."id" ORDER BY x."position") AS "topics",
      ARRAY(SELECT c."name" FROM "Byline" x JOIN "Contributor" c ON c."id" = x."contributorId" WHERE x."articleId" = a."id" ORDER BY x."position") AS "authors",
      ARRAY(SELECT o."path" FROM "OldAddress" o WHERE o."articleId" = a."id") AS "old"
     FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id" JOIN "Blog" b ON b."id" = a."blogId" WHERE a."headline" = $1`,
    [headline],
  )
  return row ?? assert.fail(`no article “${headline}”`)
}

async function countAll(): Promise<Readonly<Record<string, number>>> {
  const names = [
    'Article',
    'Revision',
    'Picture',
    'Topic',
    'Contributor',
    'Blog',
    'Page',
    'OldAddress',
    'ImportKey',
    'AuditEvent',
    'Outbox',
  ]
  const entries = names.map(async (name) => [
    name,
    (await db.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}"`))[0]?.n,
  ])
  return Object.fromEntries(await Promise.all(entries))
}

const wxr = join(files, 'site.wxr.xml')

test('a dry run says what would come, and writes nothing', async () => {
  editionId = (await makeEdition()).edition.id
  const before = await countAll()
  const dry = await imported({ path: wxr, editionId, folder: uploads, isDry: true })
  assert.deepEqual(await countAll(), before)
  assert.equal(dry.counts.published, 4)
  const real = await imported({ path: wxr, editionId, folder: uploads })
  // What only writing can find out comes on top: of this file, that the page shows no pictures.
  assert.deepEqual(
    dry.losses,
    real.losses.filter(({ kind }) => kind !== 'page-pictures'),
  )
})

test('every block of WordPress becomes one of ours, or a line of the report', async () => {
  const article = await articleOf('Blocks & what they become')
  assert.deepEqual(inShort(article.body), [
    'p A river and an older text, once1.',
    'h Where it begins',
    'ol First / Second / Inner',
    'quote We left at night. — A shepherd',
    'pull Water has no border. — Aida',
    ...['figure wide', 'figure text', 'table Levels, in metres: Year,Level;2019,12;2020,9'],
    'embed YouTube https://www.youtube.com/watch?v=abcdefghijk',
    'embed X https://twitter.com/x/status/1',
    'embed Vimeo https://vimeo.com/76979871',
    'facts What is a delta?',
    ...['p Left', 'p Right', 'figure text', 'p Beside it.', 'p On a cover.', 'p In a group.', 'p Join'],
    ...['p line one', 'p line two', 'p A verse', 'p let x = 1', 'p talk.mp3', 'p The talk', 'p film.mp4', 'p Report'],
    ...['divider', 'p From a pattern.', 'ul telegram', 'p Struck and H2O.', 'ol Measured in June.'],
  ])
  const [first] = article.body
  const links =
    first?.kind === 'paragraph'
      ? first.content.flatMap(({ marks = [] }) => marks.filter(({ kind }) => kind === 'link'))
      : []
  assert.deepEqual(links, [{ kind: 'link', href: '/2020/06/classic/' }])
  const again = await imported({ path: wxr, editionId, folder: uploads, isDry: true })
  assert.deepEqual(again.counts.known, 9)
})

test('text from before blocks: blank lines, shortcodes, brackets of editors, galleries', async () => {
  assert.deepEqual(inShort((await articleOf('Classic text')).body), [
    ...['p First paragraph,', 'p with a line end.', 'p Second paragraph [sic] and [to us], [gallery] escaped.'],
    ...['figure text', 'figure text', 'embed Vimeo https://vimeo.com/76979871'],
    'embed YouTube https://www.youtube.com/watch?v=abcdefghijk',
    ...['p talk.mp3', 'p film.mp4', 'embed YouTube https://www.youtube.com/watch?v=zyxwvutsrqp', 'p talk.mp3'],
    ...['p Words in a box', 'p Only', 'p one column', 'quote A quotation / in two parts'],
  ])
})

test('authors, topics, dates with their zone, pictures and addresses come along', async () => {
  const { authors, topics, blog, old, firstPublishedAt, textChangedAt, pictureId } =
    await articleOf('Blocks & what they become')
  assert.deepEqual(
    { authors, topics, old },
    {
      ...{ authors: ['Aida Samatova'], topics: ['chu'] },
      old: ['2020/05/blocks', '?p=10'],
    },
  )
  // A category named like a blog of ours is that blog.
  assert.equal(blog, 'rivers')
  assert.deepEqual(firstPublishedAt, new Date('2020-05-04T10:00:00Z'))
  assert.deepEqual(textChangedAt, new Date('2020-06-01T08:30:00Z'))
  assert.ok(pictureId)
  // A local time without its UTC is read by the clock of the edition, Bishkek.
  assert.deepEqual((await articleOf('Classic text')).firstPublishedAt, new Date('2020-06-02T06:00:00Z'))
  const kyrgyz = await articleOf('Чүй дарыясы: «суу» — 🌊')
  assert.deepEqual([kyrgyz.slug, kyrgyz.old, kyrgyz.topics], ['chuy', ['2020/07/чүй'], ['suu']])
  assert.deepEqual(inShort(kyrgyz.body), ['p Кыргызча текст, می‌روند ve Türkçe.', 'p ]]> end of a section'])
  const texts = await db.query<{ alt: string }>(`SELECT "alt" FROM "PictureText" ORDER BY "alt"`)
  assert.deepEqual(
    texts.map(({ alt }) => alt),
    ['A bridge', 'A bridge', 'A stone bridge', 'A wide river', 'A wide river', 'Picture'],
  )
})

test('a static page leads on from its earlier addresses', async () => {
  const [page] = await db.query<{ slug: string; editionId: number }>(
    `SELECT * FROM "Page" WHERE "slug" = 'about-the-paper'`,
  )
  for (const path of ['?p=50', 'paper/about']) {
    const found = await findByOldAddress(path)
    assert.ok(found?.kind === 'page', path)
    assert.deepEqual([found.slug, found.edition.id], ['about-the-paper', page?.editionId])
  }
  await db.query(`UPDATE "Edition" SET "isDefault" = false, "isOff" = true WHERE "id" = $1`, [editionId])
  assert.equal(await findByOldAddress('?p=50'), null)
  await db.query(`UPDATE "Edition" SET "isDefault" = true, "isOff" = false WHERE "id" = $1`, [editionId])
})

test('what was not public is never published', async () => {
  for (const headline of ['A draft', 'Private', 'Password', 'Tomorrow', 'Empty'])
    assert.equal((await articleOf(headline)).state, 'draft', headline)
})

test('run again, nothing doubles and nothing is written', async () => {
  const before = await countAll()
  const { counts } = await imported({ path: wxr, editionId, folder: uploads })
  assert.deepEqual([counts.created, counts.known], [0, 9])
  assert.deepEqual(await countAll(), before)
})

test('Ghost: cards, Lexical and Mobiledoc, members, several authors', async () => {
  const { lossesOf } = await imported({ path: join(files, 'ghost.json'), editionId, folder: uploads })
  const { body, authors, topics, old } = await articleOf('Every card')
  assert.deepEqual({ authors, topics, old }, { authors: ['Bek', 'Aida'], topics: ['water'], old: ['every-card'] })
  assert.deepEqual(inShort(body), [
    ...['p A text of ours.', 'h Part', 'figure wide', 'figure text', 'figure text', 'p Both'],
    'embed YouTube https://www.youtube.com/watch?v=abcdefghijk',
    ...['p A page', 'p What it says', 'p Note this', 'facts Why?', 'p The talk', 'p Report', 'p Join', 'h Big words'],
    ...['pull Said aloud', 'quote Said.', 'p let x = 1', 'divider', 'table …: a,b;1,2'],
  ])
  assert.ok(lossesOf('Every card').includes('form: Sign up'))
  assert.deepEqual(inShort((await articleOf('Lexical')).body), [
    ...['p Plain & boldlink', 'h Head', 'ol one', 'divider', 'embed Vimeo https://vimeo.com/76979871', 'h x'],
  ])
  assert.deepEqual(inShort((await articleOf('Mobiledoc')).body), [
    'h Mobile',
    'p A bold',
    'p link',
    'figure text',
    'divider',
    'ul item',
  ])
  assert.equal((await articleOf('For members')).state, 'draft')
  assert.deepEqual(lossesOf('For members'), ['held-back: for paid'])
})

test('RSS in another encoding, Atom with XHTML, ninjs 1 and 3.1', async () => {
  await imported({ path: join(files, 'feed.rss.xml'), editionId, folder: uploads })
  assert.deepEqual((await articleOf('Новость & дня')).firstPublishedAt, new Date('2021-01-05T07:00:00Z'))
  assert.equal((await articleOf('Без даты')).state, 'draft')
  await imported({ path: join(files, 'feed.atom.xml'), editionId })
  assert.deepEqual(inShort((await articleOf('A bold title')).body), ['p XHTML text & more', 'ul one'])
  await imported({ path: join(files, 'ninjs.json'), editionId, folder: uploads })
  const agency = await articleOf('Agency text')
  assert.deepEqual([agency.authors, agency.pictureId !== null], [['Aida S.'], true])
  assert.equal((await articleOf('Withdrawn by its agency')).state, 'draft')
  assert.equal((await articleOf('In 3.1')).state, 'published')
})

test('killed midway and run again, nothing is missing and nothing doubles', async () => {
  const path = join(folder, 'generated.xml')
  await writeWxr(path, { articles: 40, words: 100 })
  const child = fork(join(import.meta.dirname, 'testing', 'import-process.ts'), [path, String(editionId)], {
    env: { ...process.env },
  })
  const exited = new Promise((settle) => child.once('exit', settle))
  child.on('message', (created) => {
    // The transaction of the second ten is open.
    if (Number(created) >= 20) child.kill('SIGKILL')
  })
  await exited
  const count = async () =>
    (
      await db.query<{ n: number; titles: number }>(
        `SELECT count(*)::int AS n, count(DISTINCT "headline")::int AS titles FROM "Article" WHERE "headline" LIKE 'Article %' AND "state" = 'published'`,
      )
    )[0]
  const before = (await count())?.n ?? 0
  assert.ok(before >= 10 && before < 40, `${before} after the kill`)
  const { counts } = await imported({ path, editionId })
  assert.deepEqual([counts.known, counts.created], [before, 40 - before])
  assert.deepEqual(await count(), { n: 40, titles: 40 })
  await db.query('SELECT 1')
})

test('a command that is stopped leaves a run that is over: only it has the file', async () => {
  const path = join(folder, 'generated.xml')
  const options = { editionId, blogId: null, fetches: false }
  const facts = { fileKey: null, fileName: 'generated.xml', bytes: 1, isDry: true, options, by: 'import' }
  const id = await createRun({ ...facts, state: 'running', now: new Date() })
  const run = (await findRun(id)) ?? assert.fail()
  await runTask(run, { path, folder: null }, AbortSignal.abort())
  assert.equal((await findRun(id))?.state, 'stopped')
})

const item = '<item><title>Good</title><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type></item>'
const rss = (inner: string) =>
  `<?xml version="1.0"?><rss xmlns:wp="w"><channel><title>x</title>${inner}</channel></rss>`
const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${rss('<item><title>&b;</title></item>').slice(21)}`

const hostile: readonly (readonly [name: string, bytes: Buffer | string, problem: string])[] = [
  ['broken XML', rss(`${item}<item><title>Bad</item>`), 'broken-xml'],
  ['a file that was cut off', rss(item).slice(0, -20), 'broken-xml'],
  ['an entity bomb', bomb, 'doctype'],
  [
    'an external entity',
    '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss xmlns:wp="w"><channel/></rss>',
    'doctype',
  ],
  ['an unknown entity', rss('<item><title>&nope;</title></item>'), 'broken-xml'],
  ['a zip', Buffer.from('PK\u0003\u0004rest'), 'compressed'],
  [
    'bytes of another encoding than it says',
    Buffer.concat([
      Buffer.from(rss('').slice(0, 40)),
      Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
      Buffer.from(item),
    ]),
    'wrong-encoding',
  ],
  ['an encoding that is none', '<?xml version="1.0" encoding="x-nonsense"?><rss/>', 'unknown-encoding'],
  ['broken JSON', '{"db":[{"data":{"posts":[{"id":"1",}]}}]}', 'broken-json'],
  ['JSON that was cut off', '{"db":[{"data":{"posts":[{"id":"1"', 'broken-json'],
  ['a page', '<!doctype html><html><body>x</body></html>', 'unknown-format'],
  ['nothing', '', 'unknown-format'],
]

for (const [name, bytes, problem] of hostile)
  test(`${name} is refused with the reason, and changes nothing`, async () => {
    const path = join(folder, 'hostile')
    await writeFile(path, bytes)
    const before = await countAll()
    const task = { path, editionId, blogId: null, fetches: false, folder: null, isDry: false, by: { name: 'test' } }
    const done = await runImport({ ...task, onStep: async () => undefined })
    assert.equal(done.ok ? 'taken in' : done.error.problem, problem)
    assert.deepEqual(await countAll(), before)
  })

test('UTF-16, byte-order marks, and a declaration that is not true are read all the same', async () => {
  const text = (encoding: string) => rss(item).replace('?>', ` encoding="${encoding}"?>`).replace('Good', 'Суу')
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text('UTF-16'), 'utf16le')])
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text('utf-8'))])
  for (const [bytes, losses] of [
    [utf16, 0],
    [marked, 0],
    [Buffer.from(text('windows-1251')), 1],
  ] as const) {
    const path = join(folder, 'encoded.xml')
    await writeFile(path, bytes)
    const dry = await imported({ path, editionId, isDry: true })
    assert.equal(dry.counts.total, 1)
    assert.equal(dry.losses.filter(({ kind }) => kind === 'encoding').length, losses)
  }
})

test('pictures: no path leads out of the folder, and none into a private network', async () => {
  await writeFile(join(folder, 'secret.jpg'), 'secret')
  const urls = [
    'https://x.example/../secret.jpg',
    'https://x.example/%2e%2e/secret.jpg',
    'https://x.example/..%2fsecret.jpg',
    'http://127.0.0.1:1/a.jpg',
    'http://[::1]/a.jpg',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
  ]
  const body = urls.map((url) => `<img src="${url}">`).join('')
  const path = join(folder, 'pictures.xml')
  await writeFile(path, rss(item.replace('</item>', `<content:encoded><![CDATA[${body}]]></content:encoded></item>`)))
  const { losses, counts } = await imported({ path, editionId, folder: uploads, fetches: true, isDry: false })
  assert.equal(counts.pictures, 0)
  assert.equal(losses.filter(({ kind }) => kind === 'picture-private').length, 3)
  assert.ok(losses.every(({ detail }) => !detail.includes('secret.jpg') || !detail.startsWith('taken')))
})

test('200 MB are read in bounded memory', async () => {
  const path = join(folder, 'large.xml')
  await writeWxr(path, { articles: 1_000, words: 25_000 })
  assert.ok((await stat(path)).size > 190_000_000)
  const dry = { path, editionId, blogId: null, fetches: false, folder: null, isDry: true, by: { name: 'test' } }
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = 0
  const stopping = new AbortController()
  const done = await runImport({
    ...dry,
    signal: stopping.signal,
    onStep: async ({ counts }) => {
      most = Math.max(most, process.memoryUsage().rss)
      // The first reading has passed the whole file; mapping a part of it tells the rest.
      if (counts.created >= 5) stopping.abort()
    },
  })
  assert.ok(done.ok && done.value.total === 1_000)
  assert.ok(most - before < 300 * 1024 * 1024, `${Math.round((most - before) / 1e6)} MB more`)
})
