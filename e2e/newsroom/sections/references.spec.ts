import { type APIRequestContext, expect, test } from '@playwright/test'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { bringPicture } from '#e2e/support/pictures.ts'
import { makeArticleAbout, makeContributor, makeTopic } from '#e2e/support/references.ts'
import { inTransaction } from '#lib/store/database/client.ts'

/** Where an address leads, without going there. */
async function answerOf(request: APIRequestContext, path: string) {
  const reply = await request.get(path, { maxRedirects: 0 })
  return [reply.status(), reply.headers().location ?? null]
}
/** A second is what the newsroom is promised; the machine that runs all tests at once gets more. */
const soon = { timeout: 20_000, intervals: [50] }

test('a topic is created, renamed and given another address; readers of the old one arrive in one hop', async ({
  page,
}) => {
  await signIn(page, 'chief_editor')
  const word = Date.now().toString(36)
  await page.goto('/admin/topics')
  await page.getByRole('link', { name: 'New topic' }).click()
  await page.getByLabel('Name').fill(`Harbour ${word}`)
  await page.getByLabel('About').fill('Where ships rest.')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Harbour ${word}`)
  await expect(page.getByLabel('Address')).toHaveValue(`harbour-${word}`)
  expect(await answerOf(page.request, `/topic/harbour-${word}`)).toEqual([200, null])
  await page.getByLabel('Name').fill(`Port ${word}`)
  await page.getByLabel('Address').fill(`port-${word}`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Readers see it now')).toBeVisible()
  await expect.poll(() => answerOf(page.request, `/topic/harbour-${word}`), soon).toEqual([301, `/topic/port-${word}`])
  expect(await (await page.request.get(`/topic/port-${word}`)).text()).toContain(`Port ${word}`)
  await page.goto(`/admin/topics?text=${word}`)
  await expect(page.getByRole('table').getByRole('link')).toHaveText(`Port ${word}`)
})

test('an address that is taken is refused beside its field, and what was typed stays', async ({ page }) => {
  await signIn(page, 'chief_editor')
  const [one, other] = [await makeTopic(), await makeTopic()]
  await page.goto(`/admin/topics/${one.id}`)
  await page.getByLabel('Address').fill(other.slug)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('#topic').getByText('This address is taken').last()).toBeVisible()
  await expect(page.getByLabel('Address')).toHaveValue(other.slug)
})

test('two topics are merged: it is said what moves, asked twice, and the address leads on', async ({ page }) => {
  await signIn(page, 'chief_editor')
  const [from, into] = [await makeTopic(), await makeTopic()]
  const { path, headline } = await makeArticleAbout({ topicIds: [from.id], isPublished: true })
  await makeArticleAbout({ topicIds: [from.id, into.id], isPublished: false })
  expect(await (await page.request.get(path)).text()).toContain(from.name)
  await page.goto(`/admin/topics/${from.id}`)
  await page.getByLabel('Merge into').selectOption({ label: into.name })
  await page.getByRole('button', { name: 'Go on…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(`2 articles and drafts move from “${from.name}” to “${into.name}”.`)
  await expect(dialog).toContainText('One of them names both already.')
  await expect(dialog).toContainText(`The address /topic/${from.slug} leads to /topic/${into.slug}`)
  await expect(dialog).toContainText('and its feeds to those there.')
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(dialog).toBeVisible()
  await makeArticleAbout({ topicIds: [from.id], isPublished: false })
  await dialog.getByLabel('I have read what happens').check()
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Read again what happens now.')
  await expect(dialog).toContainText(`3 articles and drafts move from “${from.name}” to “${into.name}”.`)
  await expect(dialog.getByLabel('I have read what happens')).not.toBeChecked()
  await dialog.getByLabel('I have read what happens').check()
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(into.name)
  await expect(page.getByText('Articles and drafts: 3')).toBeVisible()
  await expect.poll(() => answerOf(page.request, `/topic/${from.slug}`), soon).toEqual([301, `/topic/${into.slug}`])
  for (const format of ['rss', 'atom', 'json'])
    expect(await answerOf(page.request, `/topic/${from.slug}.${format}`)).toEqual([
      301,
      `/topic/${into.slug}.${format}`,
    ])
  await expect.poll(async () => (await page.request.get(path)).text(), soon).toContain(into.name)
  expect(await (await page.request.get(`/topic/${into.slug}`)).text()).toContain(headline)
})

test('a topic that nothing names is deleted, one that something names is not', async ({ page }) => {
  await signIn(page, 'chief_editor')
  const [used, unused] = [await makeTopic(), await makeTopic()]
  await makeArticleAbout({ topicIds: [used.id], isPublished: false })
  await page.goto(`/admin/topics/${used.id}`)
  await expect(page.getByText('One article or draft names it')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete…' })).toHaveCount(0)
  await page.goto(`/admin/topics/${unused.id}`)
  await page.getByRole('button', { name: 'Delete…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page).toHaveURL(/\/admin\/topics$/)
  await expect.poll(() => answerOf(page.request, `/topic/${unused.slug}`), soon).toEqual([404, null])
})

test('a contributor gets a pseudonym, links, a portrait and another address, and readers see them', async ({
  page,
}) => {
  await signIn(page, 'chief_editor')
  // A picture of its own: the newest ones belong to other tests, which may bar theirs at any moment.
  const picture = await bringPicture(page, { alt: 'A writer at the window' })
  const { id, slug, name } = await makeContributor()
  await page.goto(`/admin/contributors/${id}`)
  await page.getByLabel('The name is a pseudonym').check()
  await page.getByLabel('Where readers reach them').fill('https://example.org/writer\nmailto:writer@example.org')
  await page.getByLabel('Address').fill(`${slug}-two`)
  const portrait = page.getByRole('group', { name: 'Portrait' })
  await portrait.getByRole('searchbox').fill(picture.name)
  await portrait.getByRole('button', { name: 'Search' }).click()
  await portrait.getByRole('radio', { name: 'A writer at the window' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Readers see it now')).toBeVisible()
  await expect.poll(() => answerOf(page.request, `/authors/${slug}`), soon).toEqual([301, `/authors/${slug}-two`])
  await page.goto(`/authors/${slug}-two`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByText('This name is a pseudonym')).toBeVisible()
  await expect(page.getByRole('link', { name: 'writer@example.org' })).toHaveAttribute(
    'href',
    'mailto:writer@example.org',
  )
  await expect(page.locator('.portrait img')).toHaveAttribute('alt', 'A writer at the window')
})

test('a picture that may not be placed anew is no new portrait, and says why', async ({ page }) => {
  await signIn(page, 'chief_editor')
  const picture = await bringPicture(page, { alt: 'A face', caption: '' })
  const { id } = await makeContributor()
  await page.goto(`/admin/contributors/${id}`)
  const portrait = page.getByRole('group', { name: 'Portrait' })
  const search = async () => {
    await portrait.getByRole('searchbox').fill(picture.name)
    await portrait.getByRole('button', { name: 'Search' }).click()
  }
  await search()
  const radio = portrait.getByRole('radio', { name: 'A face' })
  await radio.check()
  // Between the look and the choice somebody takes the rights away.
  await inTransaction((open) => open.picture.update({ where: { id: picture.id }, data: { isReusable: false } }))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(`The picture ${picture.name} may not be placed anew`).first()).toBeVisible()
  await page.reload()
  await search()
  await expect(portrait.getByRole('radio', { name: 'A face Not for reuse.' })).toBeDisabled()
})

test('two entries for one person are merged, and articles are signed by who is left', async ({ page }) => {
  await signIn(page, 'chief_editor')
  const [from, into] = [await makeContributor(), await makeContributor()]
  const { path } = await makeArticleAbout({ contributorIds: [from.id], isPublished: true })
  await page.goto(`/admin/contributors/${from.id}?into=${into.id}`)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('One article or draft moves')
  await dialog.getByLabel('I have read what happens').check()
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(into.name)
  await expect.poll(() => answerOf(page.request, `/authors/${from.slug}`), soon).toEqual([301, `/authors/${into.slug}`])
  await expect.poll(async () => (await page.request.get(path)).text(), soon).toContain(into.name)
})

for (const area of ['topics', 'contributors'] as const)
  for (const role of ['reporter', 'editor'] as const)
    test(`${area} are not shown to: ${role}`, async ({ page }) => {
      await signIn(page, role)
      const { id } = area === 'topics' ? await makeTopic() : await makeContributor()
      for (const path of [`/admin/${area}`, `/admin/${area}/new`, `/admin/${area}/${id}`])
        expect((await page.goto(path))?.status(), path).toBe(403)
      await expect(page.getByRole('link', { name: area === 'topics' ? 'Topics' : 'Contributors' })).toHaveCount(0)
    })
