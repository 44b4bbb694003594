import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { renditionAddress } from '#lib/domain/media/renditions.ts'
import { edit } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { openSiteDatabase, varDir } from './database.ts'

/** Gives an article a lead picture that nothing public shows, and answers the address that it will have. */
export async function putPicture(articleId: number): Promise<string> {
  openSiteDatabase()
  const river = await readFile(join(import.meta.dirname, 'files', 'river.jpg'))
  const bytes = Buffer.concat([river, randomBytes(16)])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const original = join(varDir, 'media', 'originals', sha256.slice(0, 2), sha256)
  await mkdir(dirname(original), { recursive: true })
  await writeFile(original, bytes)
  const token = randomBytes(18).toString('base64url')
  await inTransaction(async (open) => {
    const { id: pictureId } = await open.picture.create({
      data: {
        ...{ token, sha256, fileName: 'river.jpg', mediaType: 'image/jpeg', width: 1200, height: 900 },
        ...{ bytes: bytes.length, credit: 'Test', copyright: null },
        texts: { create: { locale: 'en', alt: 'A wide river under an evening sun', caption: 'The Chu' } },
      },
    })
    const now = new Date()
    const changed = await changeArticle(
      { id: articleId, version: 1, by: { name: 'test' }, action: 'edit', now },
      (article, { newestRevisionId }) => edit(article, { ...article.text, pictureId }, newestRevisionId),
    )
    if (!changed.ok) throw new Error(changed.error.kind)
  })
  return renditionAddress({ token, crop: 'whole', width: 640, format: 'jpg' })
}
