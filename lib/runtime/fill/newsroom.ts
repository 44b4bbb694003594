import { listNewsroomIds, type NewsroomIds } from '#lib/store/articles/desk/newsroom-ids.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { listEditions } from '#lib/store/pages/editions.ts'
import {
  createBlog,
  createContributor,
  createEdition,
  createPicture,
  createSite,
  createTopic,
  hasNewsroom,
} from '#lib/store/sections/create-newsroom.ts'

/** The default edition with what articles refer to; a small one is made where there is none. */
export async function openFillNewsroom(): Promise<NewsroomIds> {
  if (!(await hasNewsroom())) await inTransaction(createFillNewsroom)
  const edition = (await listEditions()).find(({ isDefault }) => isDefault)
  if (!edition) throw new Error('This database has editions, but none is the default one')
  return listNewsroomIds(edition.id)
}

async function createFillNewsroom(): Promise<void> {
  await createSite({ name: 'Masthead', legalName: 'Masthead measurements', email: null })
  const words = { name: 'Masthead', tagline: 'For measurements', description: 'Synthetic articles for measurements.' }
  const language = { locale: 'en', direction: 'ltr', timeZone: 'Asia/Bishkek' } as const
  const editionId = await createEdition({ key: 'en', isDefault: true, ...language, ...words, position: 0 })
  for (const [position, name] of ['Rivers', 'Railways', 'Letters', 'Borders', 'Cities'].entries()) {
    const text = `Synthetic articles of the blog ${name}.`
    const about = [{ kind: 'paragraph', content: [{ text }] }] as const
    const slug = name.toLowerCase()
    await createBlog({ editionId, slug, name, standfirst: text, description: text, about, editorId: null, position })
  }
  for (let number = 1; number <= 24; number++) {
    const name = `Topic ${number}`
    await createTopic({ editionId, key: `topic-${number}`, slug: `topic-${number}`, name, description: `${name}.` })
  }
  for (let number = 1; number <= 40; number++) {
    const [key, name] = [`desk-${number}`, `Desk ${number}`]
    await createContributor({ editionId, key, slug: key, kind: 'organisation', name, role: 'Desk', bio: `${name}.` })
  }
  for (let number = 1; number <= 64; number++) {
    const key = `fill-${number}`
    await createPicture({
      ...{ token: `fillpicture${number}`, key, fileName: `${key}.png`, mediaType: 'image/png', credit: 'Nobody' },
      ...{ width: 1920, height: 1280, bytes: 1, sha256: '0'.repeat(64), focus: { x: 0.5, y: 0.5 }, copyright: null },
      texts: [
        { locale: 'en', alt: `Picture ${number}, which has no file`, caption: `Caption ${number}`, credit: null },
      ],
    })
  }
}
