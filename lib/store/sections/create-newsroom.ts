import type { Edition, Site } from '#lib/domain/edition.ts'
import type { Body } from '#lib/domain/text/body.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { announce } from '#lib/store/outbox/announce.ts'

/** What a newsroom is set up from: organisation, editions, and what stands in them beside articles. Each returns the new id. */

export async function hasNewsroom(): Promise<boolean> {
  const [row] = await database().$queryRaw<{ has: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Edition") OR EXISTS (SELECT 1 FROM "Site") AS "has"`
  return row?.has ?? false
}

export async function createSite(site: Site): Promise<void> {
  await database().site.create({ data: { id: 1, ...site } })
}

export async function createEdition(edition: Omit<Edition, 'id'> & { readonly position: number }): Promise<number> {
  return inTransaction(async (database) => {
    const { id } = await database.edition.create({ data: edition })
    if (edition.isDefault) await database.site.updateMany({ data: { defaultEditionId: id } })
    // Every edition names the others.
    await outdateChrome('edition.create', { editionId: id })
    return id
  })
}

export async function createBlog(blog: {
  readonly editionId: number
  readonly slug: string
  readonly name: string
  readonly standfirst: string
  readonly description: string
  readonly about: Body
  readonly editorId: number | null
  readonly position: number
}): Promise<number> {
  return inTransaction(async (database) => {
    const { id } = await database.blog.create({ data: { ...blog, about: [...blog.about] } })
    await outdateChrome('blog.create', { blogId: id }, [tags.address(blog.editionId, blog.slug)])
    return id
  })
}

export async function createTopic(topic: {
  readonly editionId: number
  readonly key: string
  readonly slug: string
  readonly name: string
  readonly description: string
}): Promise<number> {
  const { id } = await database().topic.create({ data: topic })
  return id
}

export async function createContributor(contributor: {
  readonly editionId: number
  readonly key: string
  readonly slug: string
  readonly kind: 'person' | 'organisation'
  readonly name: string
  readonly role: string
  readonly bio: string
}): Promise<number> {
  const { id } = await database().contributor.create({ data: contributor })
  return id
}

export async function createPage(page: {
  readonly editionId: number
  readonly slug: string
  readonly title: string
  readonly description: string
  readonly body: Body
  readonly position: number
  readonly changedAt: Date
}): Promise<number> {
  return inTransaction(async (database) => {
    const { id } = await database.page.create({ data: { ...page, body: [...page.body] } })
    await outdateChrome('page.create', { pageId: id }, [tags.address(page.editionId, page.slug)])
    return id
  })
}

export type NewPicture = {
  readonly token: string
  readonly key: string | null
  readonly fileName: string
  readonly mediaType: string
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly sha256: string
  readonly focus: { readonly x: number; readonly y: number }
  readonly credit: string
  readonly copyright: string | null
  readonly texts: readonly {
    readonly locale: string
    readonly alt: string
    readonly caption: string
    readonly credit: string | null
  }[]
}

export async function createPicture({ focus, texts, ...file }: NewPicture): Promise<number> {
  const { id } = await database().picture.create({
    data: { ...file, focusX: focus.x, focusY: focus.y, texts: { create: [...texts] } },
  })
  return id
}

/** Navigation stands on every page of every edition, and names the counterparts in the others. */
async function outdateChrome(
  kind: string,
  detail: Readonly<Record<string, unknown>>,
  others: readonly string[] = [],
): Promise<void> {
  const editions = await database().edition.findMany({ select: { id: true } })
  await announce({ kind, tags: [...editions.map(({ id }) => tags.chrome(id)), ...others], isHard: false, detail })
}
