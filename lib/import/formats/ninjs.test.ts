import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { articleNinjs, withdrawnNinjs } from '#lib/feeds/ninjs.ts'
import { aiWords, origin, syndicated } from '#lib/feeds/testing/fixtures.ts'
import { chromeOf, en } from '#lib/site/testing/fixtures.ts'
import type { SourceItem } from '../source-item.ts'
import { openSource } from './open-source.ts'

const folder = await mkdtemp(join(tmpdir(), 'masthead-ninjs-'))
after(() => rm(folder, { recursive: true, force: true }))

async function itemsOf(document: object): Promise<readonly SourceItem[]> {
  const path = join(folder, 'file')
  await writeFile(path, JSON.stringify(document))
  const source = await openSource(path, 'UTC', null)
  const items = await Array.fromAsync(source.items())
  source.close()
  return items.filter((item) => item.kind !== 'skipped')
}

test('an answer of our own API, in ninjs 3.1, comes back as it was published', async () => {
  const publisher = { origin, site: chromeOf(en).site, principlesPath: null, aiWords }
  const { article } = syndicated
  const [item] = await itemsOf({ items: [articleNinjs(publisher, syndicated)], next: null })
  assert.ok(item)
  assert.equal(item.heldBack, null)
  assert.deepEqual([item.publishedAt, item.changedAt], [article.publishedAt, article.updatedAt])
  assert.equal(item.address, `${origin}/the-long-line/turksib`)
  assert.equal(item.slug, 'turksib')
  assert.match(item.html, /<h2>Who goes\?<\/h2>/)
  assert.deepEqual(
    item.authors.map(({ name }) => name),
    ['A Writer', 'Demo desk'],
  )
  assert.equal(item.picture?.alt, 'Map of a railway')
  assert.equal(item.picture?.caption, 'The line in 1931.')
  assert.equal(item.excerpt, article.standfirst)
})

test('what was withdrawn is no public article, however its version spells that', async () => {
  const withdrawal = {
    ...{ id: 41, edition: en, isKilled: true, notice: null },
    publishedAt: new Date('2026-11-01T00:00:00Z'),
    withdrawnAt: new Date('2026-11-20T00:00:00Z'),
  }
  const [item] = await itemsOf(withdrawnNinjs(origin, withdrawal))
  assert.equal(item?.heldBack, 'canceled')
})

test('what is under an embargo is held back, in the words of 1.x and of 3.x', async () => {
  const words = { uri: 'https://n.example/1', headline: 'One', body_text: 'x', firstcreated: '2026-11-01T00:00:00Z' }
  for (const name of ['embargoed', 'embargoedUntil']) {
    const [item] = await itemsOf({ ...words, [name]: '2026-12-01T00:00:00Z' })
    assert.equal(item?.heldBack, 'embargo 2026-12-01T00:00:00Z')
  }
})

test('members that are left over are said by their name, whichever version they are of', async () => {
  const [item] = await itemsOf({
    ...{ uri: 'https://n.example/1', pubStatus: 'usable', firstCreated: '2026-11-01T00:00:00Z' },
    ...{ headlines: [{ value: 'One' }], bodies: [{ contentType: 'text/plain', value: 'x' }] },
    ...{ edNote: 'Hold', people: [{ name: 'A Source', rel: 'about' }] },
  })
  assert.deepEqual(
    item?.losses.map(({ kind, detail }) => `${kind}: ${detail}`),
    ['field: ednote: Hold', 'field: people'],
  )
})
