import { expect, type Page, type Response, test } from '@playwright/test'
import { makeArticle } from '../../support/newsroom-articles.ts'
import { signIn } from '../../support/people/sign-in.ts'

/** Words that only ProseMirror's own code has, minified or not: the class that it gives to its text. */
const editorMark = 'ProseMirror-selectednode'
/** What a page may bring in scripts, as it comes over the line. React and Next are most of it on the desk: 119 to 132 KB in all. */
const deskBudgetKb = 160
/** With the editor they were 296. */
const writingBudgetKb = 350

for (const path of ['/admin', '/admin/articles', '/admin/pictures', '/admin/people', '/admin/articles/new'])
  test(`the script of ${path} is small, and the editor no part of it`, async ({ page }, testInfo) => {
    await signIn(page, 'administrator')
    const scripts = await scriptsOf(page, path)
    expect(scripts.length).toBeGreaterThan(2)
    const sizes = await Promise.all(scripts.map(async (script) => (await script.request().sizes()).responseBodySize))
    const kilobytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024)
    testInfo.annotations.push({ type: 'scripts', description: `${kilobytes} KB in ${scripts.length} files` })
    for (const script of scripts) expect(await script.text(), script.url()).not.toContain(editorMark)
    expect(kilobytes).toBeLessThan(deskBudgetKb)
  })

test('the editor comes with the page on which one writes', async ({ page }, testInfo) => {
  await signIn(page, 'editor')
  const { id } = await makeArticle()
  const scripts = await scriptsOf(page, `/admin/articles/${id}`)
  const texts = await Promise.all(scripts.map((script) => script.text()))
  expect(texts.some((text) => text.includes(editorMark))).toBe(true)
  const sizes = await Promise.all(scripts.map(async (script) => (await script.request().sizes()).responseBodySize))
  const kilobytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024)
  testInfo.annotations.push({ type: 'scripts', description: `${kilobytes} KB in ${scripts.length} files` })
  expect(kilobytes).toBeLessThan(writingBudgetKb)
})

async function scriptsOf(page: Page, path: string): Promise<readonly Response[]> {
  const found: Response[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') found.push(response)
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  return found
}
