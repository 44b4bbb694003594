import { expect, test } from '@playwright/test'
import { embargoOf, makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { database } from '#lib/store/database/client.ts'

test('whoever may not read an article gets no byte of it, its headline included', async ({ page }) => {
  const { id, headline } = await makeArticle()
  await embargoOf(id, new Date(Date.now() + 86_400_000))
  const other = await database().edition.findUniqueOrThrow({ where: { key: 'ky' } })
  await signIn(page, 'chief_editor', { editionId: other.id })
  for (const path of [`/admin/articles/${id}`, `/admin/articles/${id}/history`]) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(403)
    expect(await answer?.text(), path).not.toContain(headline)
    await expect(page).toHaveTitle(/You may not do this/)
  }
})

test('who opens what is under an embargo is in the audit log, once for a while', async ({ page }) => {
  const me = await signIn(page, 'editor')
  const { id } = await makeArticle()
  await embargoOf(id, new Date(Date.now() + 86_400_000))
  const read = { subject: `article:${id}`, action: 'article.read-embargoed', actor: me.name }
  for (const path of [`/admin/articles/${id}`, `/preview/article/${id}`, `/admin/articles/${id}/history`]) {
    await page.goto(path)
    await expect.poll(() => database().auditEvent.count({ where: read })).toBe(1)
  }
})
