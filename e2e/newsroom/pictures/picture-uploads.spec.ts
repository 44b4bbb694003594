import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { bringPicture, handOver, river, riverFile } from '#e2e/support/pictures.ts'
import { beginArticle, openText, textOf } from '#e2e/support/writing.ts'

test('several files are dropped at once, each with its progress; one is pasted', async ({ page }) => {
  await signIn(page, 'reporter')
  await page.goto('/admin/pictures')
  let isHeld = true
  await page.route('**/admin/uploads/*', async (route) => {
    // The second part of the first file waits: what stands on the page meanwhile is the progress.
    while (isHeld && route.request().headers()['upload-offset'] !== '0') await new Promise((go) => setTimeout(go, 20))
    await route.continue()
  })
  const word = Date.now()
  const files = ['one', 'two', 'three'].map((name) => riverFile(`${name}-${word}.jpg`, 600_000))
  const panel = page.getByRole('region', { name: 'Bring pictures' })
  await expect(panel.getByLabel('Choose files')).toBeEnabled()
  await handOver(panel, 'drop', files)
  const lines = panel.getByRole('list', { name: 'Files on their way' }).getByRole('listitem')
  await expect(lines).toHaveCount(3)
  await expect(panel.getByRole('progressbar', { name: `Progress of one-${word}.jpg` })).toHaveAttribute(
    'value',
    '524288',
  )
  await expect(lines.nth(1)).toContainText('Waiting')
  isHeld = false
  await expect(panel.getByText('3 files are in the library.')).toBeVisible()
  await handOver(page.locator('body'), 'paste', [riverFile(`pasted-${word}.jpg`)])
  await expect(panel.getByRole('link', { name: `Describe pasted-${word}.jpg` })).toBeVisible()
  for (const name of ['one', 'two', 'three', 'pasted'])
    await expect(page.locator('.library').getByText(`${name}-${word}.jpg`)).toBeVisible()
})

test('a bomb, a polyglot, a program, another kind of file and too large a one are refused, each with its reason', async ({
  page,
}) => {
  await signIn(page, 'reporter')
  await page.goto('/admin/pictures')
  const mimeType = 'image/jpeg'
  const bytes = (text: string) => Buffer.from(text, 'latin1')
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><script>alert(1)</script></svg>'
  const panel = page.getByRole('region', { name: 'Bring pictures' })
  await panel.getByLabel('Choose files').setInputFiles([
    { name: 'bomb.png', mimeType: 'image/png', buffer: pngHeader(50_000, 50_000) },
    { name: 'polyglot.jpg', mimeType, buffer: bytes('\xff\xd8\xff\xe0<html><script>alert(1)</script>') },
    { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: bytes(svg) },
    { name: 'scan.jpg', mimeType, buffer: bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3') },
  ])
  // Larger than what a test may hand over: made in the page.
  await panel.evaluate((element) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([new Uint8Array(51 * 1024 * 1024)], 'large.jpg', { type: 'image/jpeg' }))
    element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
  })
  for (const [name, reason] of [
    ['bomb.png', 'This picture has more than 100 megapixels.'],
    ['polyglot.jpg', 'This picture is damaged'],
    ['drawing.svg', 'Drawings as SVG can carry programs and are not taken.'],
    ['scan.jpg', 'This is no JPEG, PNG, WebP, AVIF or TIFF picture'],
    ['large.jpg', 'This file is larger than 50 MB.'],
  ] as const)
    await expect(panel.getByRole('alert').filter({ hasText: `${name} was refused.` })).toContainText(reason)
  await expect(page.locator('.library').getByText(/^(bomb|polyglot|drawing|scan|large)\./)).toHaveCount(0)
})

test('what hides behind the pixels of a picture reaches no reader', async ({ page }) => {
  await signIn(page, 'reporter')
  await page.goto('/admin/pictures')
  const name = `hiding-${Date.now()}.jpg`
  const buffer = Buffer.concat([river, Buffer.from('<script>alert(1)</script>')])
  await page.getByLabel('Choose files').setInputFiles({ name, mimeType: 'image/jpeg', buffer })
  await page.getByRole('link', { name: `Describe ${name}` }).click()
  const src = (await page.locator('.focus-picture img').getAttribute('src')) ?? ''
  const answer = await page.request.get(src)
  expect(answer.status()).toBe(200)
  expect((await answer.body()).includes('<script')).toBe(false)
})

test('another file takes a picture’s place: its page and what was given away stay', async ({ page }) => {
  await signIn(page, 'editor')
  const { id } = await bringPicture(page, { alt: 'A river' })
  await page.goto(`/admin/pictures/${id}`)
  const shown = page.locator('.focus-picture img')
  const before = (await shown.getAttribute('src')) ?? ''
  const bytes = await (await page.request.get(before)).body()
  await page.getByLabel('Choose a file').setInputFiles(riverFile('other.jpg'))
  await expect(page.getByText('The new file is in place.')).toBeVisible()
  await expect(shown).not.toHaveAttribute('src', before)
  await expect(page.locator('#texts-en').getByLabel('Description')).toHaveValue('A river')
  expect(page.url()).toContain(`/admin/pictures/${id}`)
  expect((await (await page.request.get(before)).body()).equals(bytes)).toBe(true)
})

test('a picture is pasted into the text, described, and stands there', async ({ page }) => {
  await signIn(page, 'reporter')
  await beginArticle(page)
  await page.keyboard.type('Before the picture.')
  await handOver(textOf(page), 'paste', [riverFile(`pasted-${Date.now()}.jpg`)])
  const dialog = page.getByRole('dialog', { name: 'Describe this picture' })
  await dialog.getByLabel('Description').fill('A wide river under an evening sun')
  await dialog.getByLabel('Caption').fill('The Chu')
  await dialog.getByRole('button', { name: 'Save these words' }).click()
  const figure = textOf(page).locator('figure')
  await expect(figure.getByRole('img', { name: 'A wide river under an evening sun' })).toBeVisible()
  await expect(figure).toContainText('The Chu')
  await expect(figure).toContainText('Aida Osmonova / Reuters')
  await expect(textOf(page).locator('> p').first()).toHaveText('Before the picture.')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  await page.reload()
  await openText(page)
  await expect(figure.getByRole('img', { name: 'A wide river under an evening sun' })).toBeVisible()
})

/** A picture of so many pixels, by its own account: a few bytes that claim gigabytes. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(10))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
