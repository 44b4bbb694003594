import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { database } from '#lib/store/database/client.ts'
import { openSiteDatabase } from './database.ts'
import { demoArticle } from './demo/demo.ts'

export const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text of the article' })
export const statusOf = (page: Page) => page.locator('[data-status]')

/** Begins an article by the page for it, and leaves the caret in its text. Answers its id. */
export async function beginArticle(page: Page, headline = `The lake ${randomBytes(4).toString('hex')} grows`) {
  await page.goto('/admin/articles/new')
  await page.getByLabel('Headline').fill(headline)
  await page.getByRole('button', { name: 'Begin writing' }).click()
  await page.waitForURL(/\/admin\/articles\/\d+$/)
  await openText(page)
  return Number(page.url().split('/').at(-1))
}

/** The text, as soon as it can be written in. */
export async function openText(page: Page): Promise<void> {
  await expect(textOf(page)).toHaveAttribute('contenteditable', 'true')
  await textOf(page).click()
}

export async function expectStatus(page: Page, status: string): Promise<void> {
  await expect(statusOf(page)).toHaveAttribute('data-status', status)
}

/** What the server has of a text that is in no revision, newest first. */
export async function copiesOf(articleId: number): Promise<readonly string[]> {
  openSiteDatabase()
  const rows = await database().workingCopy.findMany({ where: { articleId }, orderBy: { savedAt: 'desc' } })
  return rows.map(({ text }) => JSON.stringify(text))
}

export async function revisionsOf(articleId: number) {
  openSiteDatabase()
  return database().revision.findMany({ where: { articleId }, orderBy: { number: 'asc' } })
}

/** The id of an article of the demo. */
export async function demoArticleId(): Promise<number> {
  openSiteDatabase()
  const { slug } = demoArticle('en')
  const row = await database().article.findFirstOrThrow({ where: { slug, edition: { key: 'en' } } })
  return row.id
}
