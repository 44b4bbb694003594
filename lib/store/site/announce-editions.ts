import { tags } from '#lib/domain/workflow/tags.ts'
import { announce } from '#lib/store/announce.ts'
import { database } from '#lib/store/client.ts'

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
