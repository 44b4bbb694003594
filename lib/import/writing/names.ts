import { createHash } from 'node:crypto'
import { isSlug } from '#lib/domain/site/address.ts'
import { referenceLimits } from '#lib/input/references/reference-forms.ts'
import { sectionLimits } from '#lib/input/sections/section-forms.ts'
import { findContributorBySlug, findStandfirst, findTopicBySlug } from '#lib/store/imports/import-ground.ts'
import { findImported, noteImported } from '#lib/store/imports/import-keys.ts'
import { introduceBlog } from '#lib/store/sections/change-blog.ts'
import { createContributor, createTopic } from '#lib/store/sections/create-newsroom.ts'
import { cut } from '../cut.ts'
import { slugOf } from '../formats/slug-of.ts'
import type { Lose, SourceAuthor, SourceTopic } from '../source-item.ts'
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

/** Categories and tags as topics, in their order, with what is said of them; a blog that has no words of its own gets those. */
export async function topicIdsOf(
  topics: readonly SourceTopic[],
  target: Target,
  lose: Lose,
): Promise<readonly number[]> {
  const ids: number[] = []
  for (const topic of topics) {
    const { slug: foreignId, name } = topic
    const description = cut(topic.description, referenceLimits.description)
    const blogId = target.blogIds.get(foreignId)
    if (blogId !== undefined) {
      await introduceOnce(target, topic, blogId, lose)
      continue
    }
    const { editionId } = target
    const id = await becomes(target.named, {
      key: { source: keyOf(target), kind: 'topic', foreignId },
      wanted: slugOf(foreignId, name),
      name,
      find: (slug) => findTopicBySlug(editionId, slug),
      create: (slug) => createTopic({ editionId, key: slug, slug, name, description }),
      meet: (there) => {
        if (description && there.description !== description)
          lose('field', `category_description: ${name}: ${description}`)
      },
    })
    if (!ids.includes(id)) ids.push(id)
  }
  return ids
}

/** What a category said of itself, for the blog of its name: once in a run, and only where the blog says nothing. */
async function introduceOnce(target: Target, topic: SourceTopic, blogId: number, lose: Lose): Promise<void> {
  const standfirst = cut(topic.description, sectionLimits.standfirst)
  const done = `blog ${topic.slug}`
  if (!standfirst || target.named.has(done)) return
  target.named.set(done, blogId)
  const there = await introduceBlog({ blogId, standfirst, by: target.by, now: new Date() })
  if (there !== standfirst) lose('field', `category_description: ${topic.name}: ${standfirst}`)
}

/** What a real run would say of the same topics: words of the newsroom that stand where theirs would go. */
export async function tellKeptWords(topics: readonly SourceTopic[], target: Target, lose: Lose): Promise<void> {
  for (const { slug: foreignId, name, description } of topics) {
    const done = `told ${foreignId}`
    if (!description || target.named.has(done)) continue
    target.named.set(done, 0)
    const blogId = target.blogIds.get(foreignId)
    const most = blogId === undefined ? referenceLimits.description : sectionLimits.standfirst
    const words = cut(description, most)
    const there =
      blogId === undefined
        ? await findKeptDescription({ foreignId, name }, target)
        : (await findStandfirst(blogId)) || null
    if (there !== null && there !== words) lose('field', `category_description: ${name}: ${words}`)
  }
}

/** Of a topic that is there under this name, and was not made by an earlier run. */
async function findKeptDescription(
  { foreignId, name }: { readonly foreignId: string; readonly name: string },
  target: Target,
): Promise<string | null> {
  if ((await findImported({ source: keyOf(target), kind: 'topic', foreignId })) !== null) return null
  const there = await findTopicBySlug(target.editionId, baseSlug(slugOf(foreignId, name), foreignId))
  return there?.name.toLowerCase() === name.toLowerCase() ? there.description : null
}

/** People and topics belong to an edition: one site may be imported into two. */
function keyOf({ source, editionId }: Target): string {
  return `${source}#${editionId}`
}

type Becoming = {
  readonly key: Parameters<typeof findImported>[0]
  readonly wanted: string
  readonly name: string
  readonly find: (slug: string) => Promise<Named | null>
  readonly create: (slug: string) => Promise<number>
  /** The newsroom had it before, with words of its own, which stay. */
  readonly meet?: (there: Named) => void
}

type Named = { readonly id: number; readonly name: string; readonly description?: string }

async function becomes(named: Map<string, number>, becoming: Becoming): Promise<number> {
  const { kind, foreignId } = becoming.key
  const known = named.get(`${kind} ${foreignId}`)
  if (known !== undefined) return known
  const id = (await findImported(becoming.key)) ?? (await made(becoming))
  named.set(`${kind} ${foreignId}`, id)
  return id
}

async function made({ key, wanted, name, find, create, meet }: Becoming): Promise<number> {
  const base = baseSlug(wanted, key.foreignId)
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base.slice(0, 90)}-${number}`
    const taken = await find(slug)
    // The same name at the same address is the same: the newsroom had it before.
    if (taken && taken.name.toLowerCase() !== name.toLowerCase()) continue
    if (taken) meet?.(taken)
    const id = taken?.id ?? (await create(slug))
    await noteImported(key, id)
    return id
  }
}

function baseSlug(wanted: string, foreignId: string): string {
  return isSlug(wanted) ? wanted : `n-${createHash('sha256').update(foreignId).digest('hex').slice(0, 8)}`
}
