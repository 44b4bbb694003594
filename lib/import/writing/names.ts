import { createHash } from 'node:crypto'
import { isSlug } from '#lib/domain/address.ts'
import { findContributorBySlug, findTopicBySlug } from '#lib/store/imports/import-ground.ts'
import { findImported, noteImported } from '#lib/store/imports/import-keys.ts'
import { createContributor, createTopic } from '#lib/store/sections/create-newsroom.ts'
import { slugOf } from '../formats/slug-of.ts'
import type { SourceAuthor, SourceTopic } from '../source-item.ts'
import type { Target } from './target.ts'

/** Authors as contributors: found by what they became before, by address and name, or made. */
export async function contributorIdsOf(authors: readonly SourceAuthor[], target: Target): Promise<readonly number[]> {
  const ids: number[] = []
  for (const { id: foreignId, name, bio } of authors) {
    const { editionId } = target
    const id = await becomes(target.named, {
      key: { source: keyOf(target), kind: 'contributor', foreignId },
      wanted: slugOf(foreignId, name),
      name,
      find: (slug) => findContributorBySlug(editionId, slug),
      create: (slug) => createContributor({ editionId, key: slug, slug, kind: 'person', name, role: '', bio }),
    })
    if (!ids.includes(id)) ids.push(id)
  }
  return ids
}

/** Categories and tags as topics, in their order. */
export async function topicIdsOf(topics: readonly SourceTopic[], target: Target): Promise<readonly number[]> {
  const ids: number[] = []
  for (const { slug: foreignId, name } of topics) {
    if (target.blogIds.has(foreignId)) continue
    const { editionId } = target
    const id = await becomes(target.named, {
      key: { source: keyOf(target), kind: 'topic', foreignId },
      wanted: slugOf(foreignId, name),
      name,
      find: (slug) => findTopicBySlug(editionId, slug),
      create: (slug) => createTopic({ editionId, key: slug, slug, name, description: '' }),
    })
    if (!ids.includes(id)) ids.push(id)
  }
  return ids
}

/** People and topics belong to an edition: one site may be imported into two. */
function keyOf({ source, editionId }: Target): string {
  return `${source}#${editionId}`
}

type Becoming = {
  readonly key: Parameters<typeof findImported>[0]
  readonly wanted: string
  readonly name: string
  readonly find: (slug: string) => Promise<{ readonly id: number; readonly name: string } | null>
  readonly create: (slug: string) => Promise<number>
}

async function becomes(named: Map<string, number>, becoming: Becoming): Promise<number> {
  const { kind, foreignId } = becoming.key
  const known = named.get(`${kind} ${foreignId}`)
  if (known !== undefined) return known
  const id = (await findImported(becoming.key)) ?? (await made(becoming))
  named.set(`${kind} ${foreignId}`, id)
  return id
}

async function made({ key, wanted, name, find, create }: Becoming): Promise<number> {
  const base = isSlug(wanted) ? wanted : `n-${createHash('sha256').update(key.foreignId).digest('hex').slice(0, 8)}`
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base.slice(0, 90)}-${number}`
    const taken = await find(slug)
    // The same name at the same address is the same: the newsroom had it before.
    if (taken && taken.name.toLowerCase() !== name.toLowerCase()) continue
    const id = taken?.id ?? (await create(slug))
    await noteImported(key, id)
    return id
  }
}
