import { idsPerSitemap } from '#lib/domain/lists/sitemap.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { database } from '#lib/store/database/client.ts'
import { announce } from '#lib/store/outbox/announce.ts'

/** Every page of every edition is made again: each names the organisation, and the editions name each other. */
export async function announceEditions(kind: string, detail: Readonly<Record<string, unknown>>): Promise<void> {
  const editions = await database().edition.findMany({ select: { id: true } })
  const outdated = editions.flatMap(({ id }) => [tags.chrome(id), tags.front(id), tags.latest(id), tags.search(id)])
  await announce({ kind, tags: outdated, isHard: false, detail })
}

/** An edition's pages are gone at once: not even an old copy is served. */
export async function announceGone(kind: string, editionIds: readonly number[]): Promise<void> {
  await announce({ kind, tags: editionIds.map(tags.chrome), isHard: true, detail: { editionIds } })
}

/** Every file of the sitemap that names an article of an edition, or a translation of one, is made again. */
export async function announceSitemaps(kind: string, editionId: number): Promise<void> {
  const rows = await database().$queryRaw<{ shard: number }[]>`
    SELECT DISTINCT o."id" / ${idsPerSitemap}::int AS "shard" FROM "Article" a JOIN "Article" o ON o."familyId" = a."familyId"
    WHERE a."editionId" = ${editionId} AND a."listedAt" IS NOT NULL AND o."listedAt" IS NOT NULL`
  const outdated = [tags.sitemaps(), ...rows.map(({ shard }) => tags.sitemap(shard))]
  await announce({ kind, tags: outdated, isHard: false, detail: { editionId } })
}
