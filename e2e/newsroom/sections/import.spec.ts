import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { signIn } from '#e2e/support/people/sign-in.ts'

/** The export of another system, under an address and titles of this test's own. */
function exportOf(host: string): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } {
  const wxr = readFileSync(join(import.meta.dirname, '../../../lib/import/testing/files/site.wxr.xml'), 'utf8')
  const own = wxr
    .replaceAll('old.example', `${host}.example`)
    .replaceAll('/2020/', `/${host}/`)
    .replaceAll('about-the-paper', host)
    .replaceAll('?p=10<', `?p=${numberOf(host)}<`)
    .replaceAll('?page_id=50<', `?page_id=${pageNumberOf(host)}<`)
    .replaceAll('/paper/about/', `/${host}/about/`)
  return { name: `${host}.xml`, mimeType: 'text/xml', buffer: Buffer.from(own) }
}

/** What WordPress called the article in its own database. */
function numberOf(host: string): string {
  return `1${host.slice(-9)}`
}

function pageNumberOf(host: string): string {
  return `2${host.slice(-9)}`
}

test('a file is looked through, imported, and its old addresses lead on', async ({ page, request }) => {
  await signIn(page, 'administrator')
  const host = `paper${Date.now()}`
  await page.goto('/admin/import')
  await page.getByLabel('File to import').setInputFiles(exportOf(host))
  await expect(page.getByRole('heading', { name: `Import of ${host}.xml` })).toBeVisible()
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByText('done (report only)')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('heading', { name: 'Report' })).toBeVisible()
  await page.getByRole('link', { name: 'Unknown shortcode; the words in it are kept' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Classic text' }).first()).toContainText(
    '[su_box title="A box"]',
  )
  expect((await request.get(`/${host}/05/blocks/`, { maxRedirects: 0 })).status()).toBe(404)

  await page.getByLabel('What to do').selectOption('import')
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^done$/ })).toBeVisible({ timeout: 30_000 })
  // It was asked for above, when nobody had it: readers may get that answer once more while the new one is made.
  const ask = () => request.get(`/${host}/05/blocks/`, { maxRedirects: 0 })
  let to = ''
  await expect(async () => {
    const answer = await ask()
    expect(answer.status()).toBe(301)
    to = answer.headers().location ?? ''
  }).toPass({ timeout: 20_000, intervals: [100] })
  const number = numberOf(host)
  const numbered = await request.get(`/?p=${number}&utm_source=x`, { maxRedirects: 0 })
  expect([numbered.status(), numbered.headers().location]).toEqual([301, to])
  // A number that nobody had leads to the front.
  expect((await request.get('/?p=4000000000', { maxRedirects: 0 })).headers().location).toBe('/')
  for (const path of [`/?page_id=${pageNumberOf(host)}`, `/?p=${pageNumberOf(host)}`, `/${host}/about/`]) {
    const paged = await request.get(path, { maxRedirects: 0 })
    expect([paged.status(), paged.headers().location], path).toEqual([301, `/${host}`])
  }
  expect((await request.get(`/${host}`)).status()).toBe(200)
  // A folder that never had the number is the folder.
  const folder = await request.get(`/${host}/?p=4000000000`, { maxRedirects: 0 })
  expect([folder.status(), folder.headers().location]).toEqual([301, `/${host}`])
  const article = await request.get(to)
  expect(article.status()).toBe(200)
  expect(await article.text()).toContain('Where it begins')

  await page.getByRole('button', { name: 'Remove the file' }).click()
  await expect(page.getByRole('button', { name: 'Remove the file' })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Report' })).toBeVisible()
})

test('an address of the old site that is none is said beside its field', async ({ page }) => {
  await signIn(page, 'administrator')
  await page.goto('/admin/import')
  await page.getByLabel('File to import').setInputFiles(exportOf(`site${Date.now()}`))
  const site = page.getByLabel('Address of the old site')
  await site.fill('ftp://old.example')
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByText('Write the whole address: https://old.example').first()).toBeVisible()
  await expect(site).toHaveValue('ftp://old.example')
})

test('who may not change the site neither sees it nor sends a file', async ({ page }) => {
  await signIn(page, 'chief_editor')
  expect((await page.goto('/admin/import'))?.status()).toBe(403)
  const answer = await page.request.post('/admin/imports', {
    data: { fileName: 'x.xml', bytes: 1 },
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.status()).toBe(403)
})
