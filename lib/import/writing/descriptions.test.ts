import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { withDatabase } from '#lib/store/testing/database.ts'
import { makeEdition } from '#lib/store/testing/newsroom.ts'
import { imported } from '../testing/imported.ts'

const db = withDatabase()
const folder = await mkdtemp(join(tmpdir(), 'masthead-descriptions-'))
after(() => rm(folder, { recursive: true, force: true }))

const terms = `<wp:category><wp:category_nicename>rivers</wp:category_nicename><wp:category_description>All that flows.</wp:category_description></wp:category>
<wp:tag><wp:tag_slug>chu</wp:tag_slug><wp:tag_description>A river of &lt;b&gt;two&lt;/b&gt; countries.</wp:tag_description></wp:tag>`

/** Two articles of a category and a tag that say something of themselves. */
async function importedAs(site: string, editionId: number, isDry = false) {
  const item = (id: number) =>
    `<item><title>One ${id}</title><wp:post_id>${id}</wp:post_id><wp:post_type>post</wp:post_type><category domain="category" nicename="rivers">Rivers</category><category domain="post_tag" nicename="chu">Chu</category></item>`
  const path = join(folder, `${site}.xml`)
  const head = `<title>${site}</title><link>https://${site}.example</link>${terms}`
  await writeFile(path, `<?xml version="1.0"?><rss xmlns:wp="w"><channel>${head}${item(1)}${item(2)}</channel></rss>`)
  const { losses } = await imported({ path, editionId, isDry })
  return losses.flatMap(({ kind, detail }) => (kind === 'field' ? [detail] : []))
}

async function words() {
  const [row] = await db.query<{ blog: string; topic: string }>(
    `SELECT (SELECT "standfirst" FROM "Blog" WHERE "slug" = 'rivers') AS "blog",
      (SELECT "description" FROM "Topic" WHERE "slug" = 'chu') AS "topic"`,
  )
  return row
}

test('what a category says of itself stays with the topic, or the blog, that it became; words of the newsroom go before', async () => {
  const { edition } = await makeEdition()
  await db.query(`UPDATE "Blog" SET "standfirst" = '' WHERE "slug" = 'rivers'`)
  assert.deepEqual(await importedAs('first', edition.id, true), [])
  assert.deepEqual(await importedAs('first', edition.id), [])
  const imported = { blog: 'All that flows.', topic: 'A river of two countries.' }
  assert.deepEqual(await words(), imported)
  // The same words from elsewhere lose nothing.
  assert.deepEqual(await importedAs('second', edition.id), [])

  const own = { blog: 'Ours', topic: 'Ours too' }
  await db.query(`UPDATE "Blog" SET "standfirst" = $1 WHERE "slug" = 'rivers'`, [own.blog])
  await db.query(`UPDATE "Topic" SET "description" = $1 WHERE "slug" = 'chu'`, [own.topic])
  const told = ['category_description: Rivers: All that flows.', 'category_description: Chu: A river of two countries.']
  // A run that writes nothing says the same.
  assert.deepEqual(await importedAs('third', edition.id, true), told)
  assert.deepEqual(await importedAs('third', edition.id), told)
  assert.deepEqual(await words(), own)
  assert.equal((await db.query(`SELECT 1 FROM "AuditEvent" WHERE "action" = 'blog.change'`)).length, 1)
})
