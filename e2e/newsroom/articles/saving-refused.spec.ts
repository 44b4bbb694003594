import { expect, test } from '@playwright/test'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { beginArticle } from '#e2e/support/writing.ts'

test('whoever may not write is refused, whatever they send', async ({ page }) => {
  await signIn(page, 'editor')
  const id = await beginArticle(page)
  const answers = await page.evaluate(async (id) => {
    const post = (body: unknown) =>
      fetch(`/admin/articles/${id}/working-copy`, { method: 'POST', body: JSON.stringify(body) })
    const draft = {
      ...{ headline: 'x', standfirst: '', description: null, pictureId: null, sources: [], sourceLine: null },
      ...{ slug: 'x', blogId: 1, topicIds: [], bylines: [] },
    }
    const batch = (body: unknown) => ({
      tab: crypto.randomUUID(),
      sequence: 1,
      baseVersion: 1,
      draft: { ...draft, body },
    })
    const paragraph = (text: string, marks: unknown[] = []) => ({ kind: 'paragraph', content: [{ text, marks }] })
    const hostile = {
      blocks: batch(Array.from({ length: 10_000 }, () => paragraph('x'))),
      long: batch([paragraph('x'.repeat(5_000_000))]),
      surrogate: batch([paragraph('\ud800 broken')]),
      script: batch([paragraph('x', [{ kind: 'link', href: 'javascript:alert(1)' }])]),
      data: batch([paragraph('x', [{ kind: 'link', href: 'data:text/html,x' }])]),
      html: batch([{ kind: 'html', html: '<script>alert(1)</script>' }]),
    }
    return Promise.all(Object.values(hostile).map(async (body) => (await post(body)).status))
  }, id)
  expect(answers).toEqual([422, 422, 422, 422, 422, 422])
  const foreign = await page.request.post(`/admin/articles/${id}/working-copy`, {
    headers: { Origin: 'https://evil.example' },
    data: {},
  })
  expect(foreign.status()).toBe(403)
  const ofAnother = await page.request.post(`/admin/articles/${id}/presence`, {
    headers: { 'Sec-Fetch-Site': 'same-origin', 'Masthead-Writer': 'whoever-signed-in-here-before' },
    data: { tab: crypto.randomUUID(), wants: 'take' },
  })
  expect(ofAnother.status()).toBe(401)
  await page.context().clearCookies()
  const signedOut = await page.request.post(`/admin/articles/${id}/presence`, {
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    data: { tab: crypto.randomUUID(), wants: 'hold' },
  })
  expect(signedOut.status()).toBe(401)
  await signIn(page, 'contributor')
  const notTheirs = await page.request.post(`/admin/articles/${id}/presence`, {
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    data: { tab: crypto.randomUUID(), wants: 'take' },
  })
  expect(notTheirs.status()).toBe(403)
})
