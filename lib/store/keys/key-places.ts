import { database } from '#lib/store/database/client.ts'

type Named = { readonly id: number; readonly name: string }

/** What a key can be for. Names of blogs and topics come with their edition's: several may have one name. */
export type KeyPlaces = {
  readonly editions: readonly Named[]
  readonly blogs: readonly Named[]
  readonly topics: readonly Named[]
}

type EditionNames = { readonly name: string; readonly key: string }

/** Editions of one newspaper often have one name: the key tells them apart. */
export function editionName({ name, key }: EditionNames): string {
  return `${name} (${key})`
}

export function withinEdition(name: string, edition: EditionNames): string {
  return `${name}, ${editionName(edition)}`
}

export async function listKeyPlaces(): Promise<KeyPlaces> {
  const select = { id: true, name: true, edition: { select: { name: true, key: true } } } as const
  const [editions, blogs, topics] = await Promise.all([
    database().edition.findMany({
      select: { id: true, name: true, key: true },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    database().blog.findMany({ select, orderBy: [{ editionId: 'asc' }, { position: 'asc' }, { id: 'asc' }] }),
    database().topic.findMany({ select, orderBy: [{ editionId: 'asc' }, { id: 'asc' }] }),
  ])
  const named = (rows: typeof blogs) =>
    rows.map(({ id, name, edition }) => ({ id, name: withinEdition(name, edition) }))
  return {
    editions: editions.map(({ id, ...edition }) => ({ id, name: editionName(edition) })),
    blogs: named(blogs),
    topics: named(topics),
  }
}
