import { database } from '#lib/store/database/client.ts'

/** What stands in an edition already, for an import to join. */
export async function findImportEdition(editionId: number): Promise<{
  readonly locale: string
  readonly timeZone: string
} | null> {
  return database().edition.findUnique({ where: { id: editionId }, select: { locale: true, timeZone: true } })
}

export async function listBlogSlugs(
  editionId: number,
): Promise<readonly { readonly id: number; readonly slug: string }[]> {
  return database().blog.findMany({
    where: { editionId },
    select: { id: true, slug: true },
    orderBy: { position: 'asc' },
  })
}

export async function findStandfirst(blogId: number): Promise<string | null> {
  const blog = await database().blog.findUnique({ where: { id: blogId }, select: { standfirst: true } })
  return blog?.standfirst ?? null
}

export async function isSectionTaken(editionId: number, slug: string): Promise<boolean> {
  const [row] = await database().$queryRaw<{ taken: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Blog" WHERE "editionId" = ${editionId} AND "slug" = ${slug})
      OR EXISTS (SELECT 1 FROM "Page" WHERE "editionId" = ${editionId} AND "slug" = ${slug})
      OR EXISTS (SELECT 1 FROM "FormerAddress" WHERE "editionId" = ${editionId} AND "path" = ${slug}) AS "taken"`
  return row?.taken ?? false
}

type Named = { readonly id: number; readonly name: string }

export async function findTopicBySlug(
  editionId: number,
  slug: string,
): Promise<(Named & { readonly description: string }) | null> {
  return database().topic.findFirst({
    where: { editionId, OR: [{ slug }, { key: slug }] },
    select: { id: true, name: true, description: true },
  })
}

export async function findContributorBySlug(editionId: number, slug: string): Promise<Named | null> {
  const where = { editionId, OR: [{ slug }, { key: slug }] }
  return database().contributor.findFirst({ where, select: { id: true, name: true } })
}

export async function findDefaultEdition(): Promise<number> {
  const { id } = await database().edition.findFirstOrThrow({ where: { isDefault: true }, select: { id: true } })
  return id
}

/** Editions and their blogs, for a form to offer. */
export async function listImportPlaces(): Promise<
  readonly {
    readonly id: number
    readonly name: string
    readonly locale: string
    readonly blogs: readonly { readonly id: number; readonly name: string }[]
  }[]
> {
  const blogs = { select: { id: true, name: true }, orderBy: { position: 'asc' } } as const
  return database().edition.findMany({
    select: { id: true, name: true, locale: true, blogs },
    orderBy: { position: 'asc' },
  })
}
