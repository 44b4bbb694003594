import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { inTransaction } from '#lib/store/database/client.ts'
import { openSiteDatabase } from './database.ts'

export const river = readFileSync(join(import.meta.dirname, 'files', 'river.jpg'))

export type TestFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** A file of its own for each test: bytes after the picture are left behind by every rendition. */
export function riverFile(name: string, padding = 16): TestFile {
  return { name, mimeType: 'image/jpeg', buffer: Buffer.concat([river, randomBytes(padding)]) }
}

export type BroughtPicture = { readonly id: number; readonly name: string }

/** A picture of the library, sent as the page sends it, with words in the default edition's language and these rights. */
export async function bringPicture(
  page: Page,
  given: {
    readonly alt?: string
    readonly caption?: string
    readonly rightsUntil?: Date
    readonly isReusable?: boolean
  } = {},
): Promise<BroughtPicture> {
  const word = randomBytes(4).toString('hex')
  const { name, buffer } = riverFile(`river-${word}.jpg`)
  const headers = { 'sec-fetch-site': 'same-origin' }
  const announced = await page.request.post('/admin/uploads', {
    headers,
    data: JSON.stringify({ fileName: name, bytes: buffer.length }),
  })
  const { id: upload } = await announced.json()
  const sent = await page.request.put(`/admin/uploads/${upload}`, {
    headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/octet-stream' },
    data: buffer,
  })
  const { pictureId: id } = await sent.json()
  expect(id, await sent.text()).toBeGreaterThan(0)
  openSiteDatabase()
  const { alt, caption = `The Chu, ${word}`, ...rights } = given
  await inTransaction(async (open) => {
    const { locale } = await open.edition.findFirstOrThrow({ where: { isDefault: true } })
    if (alt) await open.pictureText.create({ data: { pictureId: id, locale, alt, caption } })
    await open.picture.update({ where: { id }, data: rights })
  })
  return { id, name }
}

/** Files dropped on, or pasted into, what stands there. */
export async function handOver(
  target: ReturnType<Page['locator']>,
  how: 'drop' | 'paste',
  files: readonly TestFile[],
): Promise<void> {
  const sent = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }))
  await target.evaluate(
    (element, { how, sent }) => {
      const data = new DataTransfer()
      for (const { name, mimeType, base64 } of sent) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        data.items.add(new File([bytes], name, { type: mimeType }))
      }
      const options = { bubbles: true, cancelable: true }
      if (how === 'paste')
        return element.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }))
      const { x, y, width, height } = element.getBoundingClientRect()
      const place = { clientX: x + width / 2, clientY: y + Math.min(height / 2, 20) }
      for (const type of ['dragenter', 'dragover', 'drop'])
        element.dispatchEvent(new DragEvent(type, { ...options, ...place, dataTransfer: data }))
    },
    { how, sent },
  )
}
