import { createHash } from 'node:crypto'
import { ok } from '#lib/domain/result.ts'
import type { Article, ArticleText } from '#lib/domain/workflow/newsroom.ts'
import { publish, type Refusal } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
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

/** Writes an article with all that hangs on it. Called inside a transaction: it comes whole or not at all. */
export async function writeArticle(item: SourceItem, text: ArticleText, target: Target, lose: Lose): Promise<Written> {
  const key = keyOf(item, target)
  if ((await findImported(key)) !== null) return 'known'
  const now = new Date()
  const contributorIds = await contributorIdsOf(item.authors, target)
  const topicIds = await topicIdsOf(item.topics, target)
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
  if (fate === 'published') await putOut(item, id, target, now)
  const addresses = [item.address, ...item.formerAddresses]
  const paths = new Set(addresses.flatMap((address) => oldPathOf(address) ?? []))
  if (paths.size > 0) await keepOldAddresses([...paths], id)
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

/** Out as it was: first published then, changed then. */
async function putOut({ publishedAt, changedAt }: SourceItem, id: number, target: Target, now: Date): Promise<void> {
  const at = publishedAt ?? now
  const change = { id, version: 1, by: target.by, action: 'publish', reason: `import from ${target.source}`, now }
  const done = await changeArticle<Refusal>(change, (article) => {
    const out = publish(article, at)
    return out.ok ? ok(withChange(out.value, changedAt, now)) : out
  })
  if (!done.ok) throw new Error(`An imported article was refused: ${done.error.kind}`)
}

/** Systems note a change at every save: within minutes of publication it says nothing. */
const leastChangeMs = 5 * 60_000

function withChange(article: Article, changedAt: Date | null, now: Date): Article {
  const { stage } = article
  if (stage.kind !== 'published' || !changedAt || changedAt > now) return article
  if (changedAt.getTime() - stage.firstAt.getTime() < leastChangeMs) return article
  return { ...article, stage: { ...stage, textChangedAt: changedAt } }
}
