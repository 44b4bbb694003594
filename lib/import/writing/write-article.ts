import { createHash } from 'node:crypto'
import { ok } from '#lib/domain/result.ts'
import type { Article, ArticleText } from '#lib/domain/workflow/newsroom.ts'
import { publish, type Refusal } from '#lib/domain/workflow/workflow.ts'
import { changeArticles } from '#lib/store/articles/change-article.ts'
import { createArticles, type NewArticle } from '#lib/store/articles/create-article.ts'
import { keepOldAddresses, noteAllImported, type OldAddress } from '#lib/store/imports/import-keys.ts'
import { oldPathOf, slugOf } from '../formats/slug-of.ts'
import type { Lose, SourceItem } from '../source-item.ts'
import { fateOf } from './fate.ts'
import { contributorIdsOf, topicIdsOf } from './names.ts'
import { blogOf, type Target } from './target.ts'

/** What an item is found by in a later run. */
export function keyOf({ kind, foreignId }: SourceItem, { source, editionId }: Target) {
  return { source: `${source}#${editionId}`, kind, foreignId } as const
}

export type Written = 'known' | 'draft' | 'published'

/** An item of which an article is made. */
export type NewItem = { readonly item: SourceItem; readonly text: ArticleText; readonly lose: Lose }

/**
 * Writes articles with all that hangs on them, in their order, and puts out those that were public. Called inside a transaction, for
 * items that are not here yet. They share the questions that each would ask alone: most of what an article costs (decision 18).
 */
export async function writeArticles(items: readonly NewItem[], target: Target): Promise<readonly Written[]> {
  if (items.length === 0) return []
  const now = new Date()
  const drafts: Draft[] = []
  for (const one of items) drafts.push(await draftOf(one, target, now))
  const ids = await createAll(drafts)
  await noteAllImported(drafts.map(({ key }, place) => ({ key, targetId: idAt(ids, place) })))
  const fates = items.map(({ item, text, lose }) => fateOf(item, text.body.length === 0, now, lose))
  const due = items.flatMap(({ item }, place) => (fates[place] === 'published' ? [{ id: idAt(ids, place), item }] : []))
  if (due.length > 0) await putOut(due, target)
  await keepOldAddresses(items.flatMap(({ item }, place) => oldAddressesOf(item, idAt(ids, place))))
  for (const [place, { item, lose }] of items.entries())
    if (item.address && oldPathOf(item.address) === null && fates[place] === 'published') lose('address', item.address)
  return fates
}

type Draft = {
  readonly key: ReturnType<typeof keyOf>
  /** The address that it wants; a number is added where another article has it. */
  readonly base: string
  readonly facts: Omit<NewArticle, 'slug'>
}

async function draftOf({ item, text, lose }: NewItem, target: Target, now: Date): Promise<Draft> {
  const key = keyOf(item, target)
  const hash = createHash('sha256').update(`${key.source}\n${item.foreignId}`).digest('hex')
  const contributorIds = await contributorIdsOf(item.authors, target)
  const facts = {
    ...{ editionId: target.editionId, blogId: blogOf(item, target), text, embargoUntil: null, by: target.by, now },
    familyKey: `import-${hash.slice(0, 32)}`,
    topicIds: await topicIdsOf(item.topics, target, lose),
    bylines: contributorIds.map((contributorId) => ({ contributorId, role: null })),
  }
  return { key, base: slugOf(item.slug, item.title) || `article-${hash.slice(0, 8)}`, facts }
}

/** Another article may have an address, of these or of earlier ones: the next free one of the same words. Ids in the order of the drafts. */
async function createAll(drafts: readonly Draft[]): Promise<ReadonlyMap<number, number>> {
  const ids = new Map<number, number>()
  for (let number = 1; ids.size < drafts.length; number++) {
    const left = drafts.flatMap((draft, place) => (ids.has(place) ? [] : [{ ...draft, place }]))
    const made = await createArticles(
      left.map(({ base, facts }) => ({ ...facts, slug: number === 1 ? base : `${base.slice(0, 90)}-${number}` })),
    )
    for (const [index, { place }] of left.entries()) {
      const result = made[index]
      if (result?.ok) ids.set(place, result.value.id)
      else if (result?.error.kind !== 'address-taken')
        throw new Error(`An article was imported beside itself: ${result?.error.kind}`)
    }
  }
  return ids
}

function idAt(ids: ReadonlyMap<number, number>, place: number): number {
  const id = ids.get(place)
  if (id === undefined) throw new Error('An imported article was not written')
  return id
}

function oldAddressesOf(item: SourceItem, articleId: number): readonly OldAddress[] {
  const paths = new Set([item.address, ...item.formerAddresses].flatMap((address) => oldPathOf(address) ?? []))
  return [...paths].map((path) => ({ path, articleId }))
}

type Due = { readonly id: number; readonly item: SourceItem }

/** Out as they were: first published then, changed then. All at once, which costs little more than one. */
async function putOut(due: readonly Due[], target: Target): Promise<void> {
  const now = new Date()
  const items = new Map(due.map(({ id, item }) => [id, item]))
  const change = { version: 1, by: target.by, action: 'publish', reason: `import from ${target.source}`, now }
  const changes = due.map(({ id }) => ({ ...change, id, isFromElsewhere: true as const }))
  const done = await changeArticles<Refusal>(changes, (article) => {
    const { publishedAt = null, changedAt = null } = items.get(article.id) ?? {}
    const out = publish(article, publishedAt ?? now)
    return out.ok ? ok(withChange(out.value, changedAt, now)) : out
  })
  for (const one of done) if (!one.ok) throw new Error(`An imported article was refused: ${one.error.kind}`)
}

/** Systems note a change at every save: within minutes of publication it says nothing. */
const leastChangeMs = 5 * 60_000

function withChange(article: Article, changedAt: Date | null, now: Date): Article {
  const { state } = article
  if (state.kind !== 'published' || !changedAt || changedAt > now) return article
  if (changedAt.getTime() - state.firstAt.getTime() < leastChangeMs) return article
  return { ...article, state: { ...state, textChangedAt: changedAt } }
}
