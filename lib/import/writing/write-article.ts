import { createHash } from 'node:crypto'
import { ok } from '#lib/domain/result.ts'
import type { Article, ArticleText } from '#lib/domain/workflow/newsroom.ts'
import { publish, type Refusal } from '#lib/domain/workflow/workflow.ts'
import { changeArticles } from '#lib/store/articles/change-article.ts'
import { createArticle } from '#lib/store/articles/create-article.ts'
import { findImported, keepOldAddresses, noteImported } from '#lib/store/imports/import-keys.ts'
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

/** An article that is written as a draft, and is to go out with others of its batch. */
export type Due = { readonly id: number; readonly item: SourceItem }

/** Writes an article with all that hangs on it. Called inside a transaction; what `putOut` is handed afterwards goes out in the same. */
export async function writeArticle(
  item: SourceItem,
  text: ArticleText,
  target: Target,
  hands: { readonly lose: Lose; readonly putOut: (due: Due) => void },
): Promise<Written> {
  const { lose, putOut } = hands
  const key = keyOf(item, target)
  if ((await findImported(key)) !== null) return 'known'
  const now = new Date()
  const contributorIds = await contributorIdsOf(item.authors, target)
  const topicIds = await topicIdsOf(item.topics, target, lose)
  const hash = createHash('sha256').update(`${key.source}\n${item.foreignId}`).digest('hex')
  const bylines = contributorIds.map((contributorId) => ({ contributorId, role: null }))
  const facts = {
    editionId: target.editionId,
    blogId: blogOf(item, target),
    topicIds,
    bylines,
    embargoUntil: null,
    text,
  }
  const base = slugOf(item.slug, item.title) || `article-${hash.slice(0, 8)}`
  const id = await createdAt(base, (slug) =>
    createArticle({ ...facts, familyKey: `import-${hash.slice(0, 32)}`, slug, by: target.by, now }),
  )
  await noteImported(key, id)
  const fate = fateOf(item, text.body.length === 0, now, lose)
  if (fate === 'published') putOut({ id, item })
  const addresses = [item.address, ...item.formerAddresses]
  const paths = new Set(addresses.flatMap((address) => oldPathOf(address) ?? []))
  if (paths.size > 0) await keepOldAddresses([...paths], { articleId: id })
  if (item.address && oldPathOf(item.address) === null && fate === 'published') lose('address', item.address)
  return fate
}

/** Another article may have the address: the next free one of the same words. */
async function createdAt(base: string, create: (slug: string) => ReturnType<typeof createArticle>): Promise<number> {
  for (let number = 1; ; number++) {
    const made = await create(number === 1 ? base : `${base.slice(0, 90)}-${number}`)
    if (made.ok) return made.value.id
    if (made.error.kind !== 'address-taken')
      throw new Error(`An article was imported beside itself: ${made.error.kind}`)
  }
}

/** Out as they were: first published then, changed then. All at once, which costs little more than one. */
export async function putOut(due: readonly Due[], target: Target): Promise<void> {
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
  const { stage } = article
  if (stage.kind !== 'published' || !changedAt || changedAt > now) return article
  if (changedAt.getTime() - stage.firstAt.getTime() < leastChangeMs) return article
  return { ...article, stage: { ...stage, textChangedAt: changedAt } }
}
