import { expect, type Page, test } from '@playwright/test'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { bringPicture, river, riverFile } from '#e2e/support/pictures.ts'
import { createArticle } from '#lib/store/articles/create-article.ts'
import { database } from '#lib/store/database/client.ts'

async function bring(page: Page, name: string): Promise<void> {
  await page.goto('/admin/pictures')
  await page.getByLabel('Choose files').setInputFiles(riverFile(name))
  await page.getByRole('link', { name: `Describe ${name}` }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

test('a picture is brought with its metadata, described, focused, and not deleted while it is used', async ({
  page,
}) => {
  await signIn(page, 'chief_editor')
  const name = `river-${Date.now()}.jpg`
  await bring(page, name)
  await expect(page.getByLabel('Credit', { exact: true })).toHaveValue('Aida Osmonova / Reuters')
  await expect(page.getByLabel('Copyright')).toHaveValue('© Reuters')
  await expect(page.getByLabel('Terms of use')).toHaveValue('One use only')
  await expect(page.getByLabel('Taken on')).toHaveValue('2026-06-15')

  const english = page.locator('#texts-en')
  await expect(english.getByLabel('Caption')).toHaveValue('The Chu in June')
  await english.getByLabel('Description').fill('The Chu, in June!')
  await english.getByRole('button', { name: 'Save these words' }).click()
  await expect(english.locator('#texts-en-alt-wrong')).toContainText('says the caption again')
  await expect(english.getByLabel('Description')).toHaveValue('The Chu, in June!')
  await english.getByLabel('Description').fill('A wide river under an evening sun')
  await english.getByRole('button', { name: 'Save these words' }).click()
  await expect(english.getByText('The words are saved.')).toBeVisible()

  const focus = page.locator('#focus')
  const square = focus.locator('[data-crop="1x1"] img')
  const before = await square.getAttribute('style')
  const whole = focus.locator('.focus-picture')
  const src = (await whole.locator('img').getAttribute('src')) ?? ''
  const box = await whole.boundingBox()
  await whole.click({ position: { x: (box?.width ?? 0) * 0.1, y: (box?.height ?? 0) * 0.1 } })
  await expect(focus.getByRole('slider', { name: 'From the left' })).toHaveValue(/^(9\.\d|10|10\.\d)$/)
  expect(await square.getAttribute('style')).not.toBe(before)
  await focus.getByRole('slider', { name: 'From the left' }).focus()
  await page.keyboard.press('Home')
  await expect(square).toHaveCSS('left', '0px')
  await focus.getByRole('button', { name: 'Save the focal point' }).click()
  await expect(focus.getByText('The focal point is saved.')).toBeVisible()
  await expect(whole.locator('img')).not.toHaveAttribute('src', src)
  for (const address of [src, (await whole.locator('img').getAttribute('src')) ?? ''])
    expect((await page.request.get(address)).status(), address).toBe(200)

  const pictureId = Number(page.url().split('/').at(-1))
  await page.getByRole('button', { name: 'Delete…' }).click()
  await useAsLead(pictureId)
  await page.getByRole('dialog').getByRole('button', { name: 'Delete this picture for good' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(`Uses picture ${pictureId}`)
  await page.reload()
  await expect(page.getByRole('link', { name: `Uses picture ${pictureId}` })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete…' })).toHaveCount(0)
})

test('what nothing uses is deleted after a question, and its addresses answer no more', async ({ page }) => {
  await signIn(page, 'chief_editor')
  await bring(page, `short-lived-${Date.now()}.jpg`)
  const src = (await page.locator('.focus-picture img').getAttribute('src')) ?? ''
  await page.getByRole('button', { name: 'Delete…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete this picture for good' }).click()
  await expect(page).toHaveURL(/\/admin\/pictures$/)
  expect((await page.request.get(src.replace('.webp', '.jpg'))).status()).toBe(404)
})

test('a broken line and a reload lose no part that arrived', async ({ page }) => {
  await signIn(page, 'reporter')
  const offsets: number[] = []
  let isBroken = false
  await page.route('**/admin/uploads/*', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue()
    const offset = Number(route.request().headers()['upload-offset'])
    if (isBroken || (offset > 0 && offsets.length < 2)) {
      isBroken = true
      return route.abort('connectionreset')
    }
    offsets.push(offset)
    return route.continue()
  })
  const name = `long-${Date.now()}.jpg`
  await page.goto('/admin/pictures')
  await page.getByLabel('Choose files').setInputFiles(riverFile(name, 1_500_000))
  await expect(page.getByText('The line is gone.')).toBeVisible()
  expect(offsets).toEqual([0])
  offsets.push(-1)
  isBroken = false
  await page.reload()
  await expect(page.getByRole('link', { name: `Describe ${name}` })).toBeVisible()
  expect(offsets.slice(2)).toEqual([524_288, 1_048_576])
})

test('a file is judged by its content, and the reason is said', async ({ page }) => {
  await signIn(page, 'reporter')
  await page.goto('/admin/pictures')
  const buffer = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  await page.getByLabel('Choose files').setInputFiles([
    { name: 'photo.jpg', mimeType: 'image/jpeg', buffer },
    { name: 'cut.jpg', mimeType: 'image/jpeg', buffer: river.subarray(0, river.length / 2) },
  ])
  await expect(page.getByRole('alert').filter({ hasText: 'photo.jpg was refused. This is no JPEG' })).toBeVisible()
  await expect(
    page.getByRole('alert').filter({ hasText: 'cut.jpg was refused. This picture is damaged' }),
  ).toBeVisible()
})

test('the focal point goes by arrow keys, with every crop at once', async ({ page }) => {
  await signIn(page, 'editor')
  const { id } = await bringPicture(page, { alt: 'A river' })
  await page.goto(`/admin/pictures/${id}`)
  const ring = page.getByRole('button', { name: 'Focal point: 50% from the left, 50% from the top' })
  const styles = () => page.locator('.crop img').evaluateAll((all) => all.map((one) => one.getAttribute('style')))
  const before = await styles()
  await ring.focus()
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'ArrowUp', 'Shift+ArrowDown']) await page.keyboard.press(key)
  await expect(page.getByRole('button', { name: 'Focal point: 61% from the left, 59% from the top' })).toBeFocused()
  expect(await styles()).not.toEqual(before)
  for (let press = 0; press < 12; press++) await page.keyboard.press('Shift+ArrowLeft')
  await expect(page.getByRole('button', { name: 'Focal point: 0% from the left' })).toBeFocused()
  await page.getByRole('button', { name: 'Save the focal point' }).click()
  await expect(page.getByText('The focal point is saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Focal point: 0% from the left, 59% from the top' })).toBeVisible()
})

test('the focal point is set by a finger, and the page does not scroll away under it', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, hasTouch: true, viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await signIn(page, 'editor')
  const { id } = await bringPicture(page, { alt: 'A river' })
  await page.goto(`/admin/pictures/${id}`)
  const picture = page.locator('.focus-picture')
  await picture.scrollIntoViewIfNeeded()
  await expect(picture).toHaveCSS('touch-action', 'none')
  const box = (await picture.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const scrolled = await page.evaluate(() => scrollY)
  await page.touchscreen.tap(box.x + box.width * 0.25, box.y + box.height * 0.75)
  await expect(
    page.getByRole('button', { name: /^Focal point: 2[45]% from the left, 7[45]% from the top/ }),
  ).toBeVisible()
  const finger = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  await touch('touchStart', box.x + box.width * 0.25, box.y + box.height * 0.75)
  for (const share of [0.4, 0.6, 0.8])
    await touch('touchMove', box.x + box.width * share, box.y + box.height * (1 - share))
  await touch('touchEnd')
  await expect(
    page.getByRole('button', { name: /^Focal point: (79|80)% from the left, (19|20|21)% from the top/ }),
  ).toBeVisible()
  expect(await page.evaluate(() => scrollY)).toBe(scrolled)
  await context.close()
})

test('files come only from whoever may bring some, and only into their own uploads', async ({
  page,
  browser,
  baseURL,
}) => {
  const headers = { 'sec-fetch-site': 'same-origin' }
  const data = JSON.stringify({ fileName: 'a.jpg', bytes: 10 })
  const announce = async (on: Page) => on.request.post('/admin/uploads', { headers, data })
  expect((await announce(page)).status()).toBe(401)
  await signIn(page, 'contributor')
  expect((await announce(page)).status()).toBe(403)
  await signIn(page, 'reporter')
  expect(
    (await page.request.post('/admin/uploads', { headers: { 'sec-fetch-site': 'cross-site' }, data })).status(),
  ).toBe(403)
  const { id } = await (await announce(page)).json()
  const other = await browser.newPage({ baseURL })
  await signIn(other, 'editor')
  for (const method of ['GET', 'PUT', 'DELETE'])
    expect((await other.request.fetch(`/admin/uploads/${id}`, { method, headers, data: 'x' })).status()).toBe(410)
  const large = JSON.stringify({ fileName: 'a.jpg', bytes: 51 * 1024 * 1024 })
  expect((await page.request.post('/admin/uploads', { headers, data: large })).status()).toBe(413)
  const replace = JSON.stringify({ fileName: 'a.jpg', bytes: 10, replaces: 1 })
  expect((await page.request.post('/admin/uploads', { headers, data: replace })).status()).toBe(403)
})

async function useAsLead(pictureId: number): Promise<void> {
  const blog = await database().blog.findFirstOrThrow({ where: { edition: { key: 'en' } } })
  const text = {
    ...{ headline: `Uses picture ${pictureId}`, standfirst: 'S', description: null, pictureId, sources: [] },
    ...{ sourceLine: null, body: [{ kind: 'paragraph', content: [{ text: 'Text' }] }] as const },
  }
  const created = await createArticle({
    ...{ editionId: blog.editionId, blogId: blog.id, familyKey: `picture-${pictureId}`, slug: `picture-${pictureId}` },
    ...{ topicIds: [], bylines: [], embargoUntil: null, by: { name: 'test' }, now: new Date(), text },
  })
  expect(created.ok).toBe(true)
}
