import { database } from '#lib/store/client.ts'

type Named = { readonly id: number; readonly name: string }

/** What a key can be for. Names of blogs and topics come with their edition's: several may have one name. */
export type KeyPlaces = {
  readonly editions: readonly Named[]
  readonly blogs: readonly Named[]
  readonly topics: readonly Named[]
}

export async function listKeyPlaces(): Promise<KeyPlaces> {
  const select = { id: true, name: true, edition: { select: { name: true } } } as const
  const [editions, blogs, topics] = await Promise.all([
    database().edition.findMany({ select: { id: true, name: true }, orderBy: [{ position: 'asc' }, { id: 'asc' }] }),
    database().blog.findMany({ select, orderBy: [{ editionId: 'asc' }, { position: 'asc' }, { id: 'asc' }] }),
    database().topic.findMany({ select, orderBy: [{ editionId: 'asc' }, { id: 'asc' }] }),
  ])
  const named = (rows: typeof blogs) => rows.map(({ id, name, edition }) => ({ id, name: `${name} (${edition.name})` }))
  return { editions, blogs: named(blogs), topics: named(topics) }
}
