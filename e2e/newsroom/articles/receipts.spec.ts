import { expect, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { kill } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { database } from '#lib/store/database/client.ts'

test('a killed article says who was told, channel by channel', async ({ page }) => {
  await signIn(page, 'chief_editor')
  const { id } = await makeArticle({ isPublished: true })
  const now = new Date()
  const change = { id, version: 2, by: { name: 'test' }, action: 'kill', now }
  expect((await changeArticle(change, (article) => kill(article, null, now))).ok).toBe(true)
  const row = await database().outbox.findFirstOrThrow({
    where: { kind: 'article.kill', detail: { path: ['articleId'], equals: id } },
  })
  const told = { outboxId: row.id, channel: 'webhook', cargo: {} } as const
  await database().delivery.create({ data: { ...told, target: 'https://a.example/', deliveredAt: now } })
  await database().delivery.create({ data: { ...told, target: 'https://b.example/', problem: 'no answer' } })
  await page.goto(`/admin/articles/${id}`)
  const receipts = page.getByRole('list', { name: 'Who was told' })
  await expect(receipts.getByRole('listitem').filter({ hasText: 'Webhook' })).toContainText('1 was given up')
  await expect(receipts.getByRole('listitem').filter({ hasText: 'Webhook' })).toContainText(/of \d+ delivered · last/)
})
