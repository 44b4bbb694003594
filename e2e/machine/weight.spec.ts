import { brotliCompressSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { addressOf, demoArticle } from '../support/demo/demo.ts'
import { everyPage } from '../support/demo/templates.ts'

// One round trip: TCP's first window carries ten segments of about 1,460 bytes (RFC 6928).
const articleBudgetBytes = 14 * 1024
const pageBudgetBytes = 20 * 1024

test('the opening article, text and style, arrives in one round trip', async ({ request }) => {
  expect(await brotliBytesOf(request, addressOf(demoArticle('en')))).toBeLessThanOrEqual(articleBudgetBytes)
})

for (const page of everyPage) {
  test(`within its weight: ${page.name}`, async ({ request }) => {
    expect(await brotliBytesOf(request, page.path)).toBeLessThanOrEqual(pageBudgetBytes)
  })

  test(`no script, no third party: ${page.name}`, async ({ request, baseURL }) => {
    const response = await request.get(page.path)
    expect(response.status()).toBe(page.status)
    const html = await response.text()
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map((match) => match[0])
    expect(scripts.filter((tag) => !/type="(application\/ld\+json|speculationrules)"/.test(tag))).toEqual([])
    expect(html).not.toMatch(/\son[a-z]+="/)
    const loaded = [...html.matchAll(/<(?:img|source|link|iframe|script|video|audio|embed|object)\b[^>]*>/g)]
      .map((match) => match[0])
      .filter((tag) => !/rel="(canonical|alternate|license|author|me)"/.test(tag))
      .flatMap((tag) => [...tag.matchAll(/(?:src|href|srcset)="([^"]+)"/g)].map((match) => match[1] ?? ''))
    expect(loaded.filter((address) => new URL(address, baseURL).origin !== new URL(baseURL ?? '').origin)).toEqual([])
    expect(response.headers()['content-security-policy']).toContain("default-src 'none'")
  })
}

/** HTML as sent, plus style sheets that it links to. */
async function brotliBytesOf(request: import('@playwright/test').APIRequestContext, path: string): Promise<number> {
  const html = await (await request.get(path)).text()
  const sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(
    (match) => /href="([^"]+)"/.exec(match[0])?.[1] ?? '',
  )
  const styles = await Promise.all(sheets.map(async (sheet) => (await request.get(sheet)).text()))
  return [html, ...styles].reduce((sum, text) => sum + brotliCompressSync(text).length, 0)
}
