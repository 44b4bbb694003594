import { expect, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { bringPicture } from '#e2e/support/pictures.ts'
import { edit, publish } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'

/** Publishes a new article with this picture at its head. */
async function publishWith(pictureId: number): Promise<string> {
  const { id, path } = await makeArticle()
  const now = new Date()
  const change = { id, version: 1, by: { name: 'test' }, action: 'publish', now }
  const changed = await changeArticle(change, (article) => {
    const edited = edit(article, { ...article.text, pictureId }, null)
    return edited.ok ? publish(edited.value, now) : edited
  })
  if (!changed.ok) throw new Error(changed.error.kind)
  return path
}

test('place and digital source are kept in the library; readers are told what AI made, and no place', async ({
  page,
}) => {
  await signIn(page, 'editor')
  const { id, name } = await bringPicture(page, { alt: 'A wide river' })
  const place = `Tokmok ${name.slice(6, 14)}`
  await page.goto(`/admin/pictures/${id}`)
  const notes = page.locator('#notes')
  const source = notes.getByLabel('How it came to be')
  await expect(source).toHaveValue('')
  await expect(source).toHaveAccessibleDescription('Readers are told when AI made or altered the picture.')
  await notes.getByLabel('Place').fill(place)
  await source.selectOption('Made with generative AI')
  await notes.getByRole('button', { name: 'Save credit and rights' }).click()
  await expect(notes.getByText('Credit and rights are saved.')).toBeVisible()
  await page.goto(`/admin/pictures?text=${encodeURIComponent(place.toLowerCase())}`)
  await expect(page.locator('.library li')).toHaveCount(1)
  await page.goto(`/admin/pictures/${id}`)
  await expect(notes.getByLabel('Place')).toHaveValue(place)
  await expect(source).toHaveValue('trainedAlgorithmicMedia')

  await page.goto(await publishWith(id))
  const figure = page.locator('figure.lead')
  await expect(figure.getByRole('img', { name: 'A wide river' })).toBeVisible()
  await expect(figure.getByText('Image made with AI', { exact: true })).toBeVisible()
  const data = (await page.locator('script[type="application/ld+json"]').allTextContents()).join()
  expect(data).toContain('"digitalSourceType":"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"')
  expect(await page.content()).not.toContain(place)
})
