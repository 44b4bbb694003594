import type { DemoEdition } from '#lib/input/demo/demo-files.ts'
import {
  createBlog,
  createContributor,
  createEdition,
  createPage,
  createPicture,
  createTopic,
} from '#lib/store/sections/create-newsroom.ts'
import { bodyOf } from './body.ts'
import type { SeedPicture } from './pictures.ts'

/** An edition as it stands before its articles. */
export type SeededEdition = {
  readonly id: number
  readonly demo: DemoEdition
  readonly blogIds: ReadonlyMap<string, number>
  readonly topicIds: ReadonlyMap<string, number>
  readonly contributorIds: ReadonlyMap<string, number>
  readonly pictureIds: ReadonlyMap<string, number>
}

type Setting = {
  readonly position: number
  readonly pictures: ReadonlyMap<string, SeedPicture>
  readonly now: Date
}

export async function seedEdition(demo: DemoEdition, { position, pictures, now }: Setting): Promise<SeededEdition> {
  const { key, locale, direction, timeZone, name, tagline, description } = demo
  const facts = { key, locale, direction, timeZone, name, tagline, description }
  const id = await createEdition({ ...facts, isDefault: position === 0, position })
  const pictureIds = new Map<string, number>()
  for (const picture of pictures.values()) pictureIds.set(picture.key, await seedPicture(picture, demo, position === 0))
  const topicIds = new Map<string, number>()
  for (const topic of demo.topics) topicIds.set(topic.key, await createTopic({ editionId: id, ...topic }))
  const contributorIds = new Map<string, number>()
  for (const contributor of demo.contributors)
    contributorIds.set(contributor.key, await createContributor({ editionId: id, ...contributor }))
  // About boxes and pages link to no articles: those come later.
  const names = { articleIds: new Map<string, number>(), pictureIds }
  const blogIds = new Map<string, number>()
  for (const [place, { editor, about, ...blog }] of inOrder(demo).entries()) {
    const editorId = editor ? found(contributorIds, editor, `${key}/blogs/${blog.slug}`) : null
    const body = bodyOf(about, names, `${key}/blogs/${blog.slug}`)
    blogIds.set(blog.slug, await createBlog({ editionId: id, ...blog, about: body, editorId, position: place }))
  }
  for (const page of demo.pages) {
    const body = bodyOf(page.body, names, `${key}/pages/${page.slug}`)
    await createPage({ editionId: id, ...page, body, position: pageOrder.indexOf(page.slug), changedAt: now })
  }
  return { id, demo, blogIds, topicIds, contributorIds, pictureIds }
}

const pageOrder = ['about', 'principles', 'contact']

/** What a file names must be there. */
export function found<T>(known: ReadonlyMap<string, T>, name: string, where: string): T {
  const value = known.get(name)
  if (value === undefined) throw new Error(`prisma/demo/${where} names “${name}”, which this edition does not have`)
  return value
}

/** Blogs in the order in which the front shows them first. */
function inOrder({ blogs, front, articles }: DemoEdition): DemoEdition['blogs'] {
  const families = front ? [front.lead, ...front.slots] : []
  const shown = families.map((family) => articles.find((article) => article.family === family)?.blog)
  const place = (slug: string) => (shown.includes(slug) ? shown.indexOf(slug) : shown.length)
  return blogs.toSorted((a, b) => place(a.slug) - place(b.slug))
}

async function seedPicture(
  { key, original, focus, words }: SeedPicture,
  demo: DemoEdition,
  isDefault: boolean,
): Promise<number> {
  const { alt, caption, credit } = words
  return createPicture({
    ...original,
    key: isDefault ? key : `${key}.${demo.key}`,
    focus,
    credit,
    copyright: null,
    texts: [{ locale: demo.locale, alt, caption, credit: null }],
  })
}
