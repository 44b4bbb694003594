import type { Cargo } from '#lib/domain/delivery/delivery.ts'
import type { PublicChange } from '#lib/domain/delivery/public-change.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'

export type NewDelivery = { readonly target: string; readonly webhookId?: number; readonly cargo: Cargo }

/** Who is to be told: what stands when the change is written out, so that a new webhook hears of the next one. */
export type Targets = {
  readonly webhooks: readonly { readonly id: number; readonly url: string; readonly editionId: number | null }[]
  /** Feeds that somebody follows through our own hub. */
  readonly followed: readonly { readonly topic: string; readonly callback: string }[]
}

/** At night changes come one by one, after an import by the hundred. */
const pageSize = 50

type ClaimedRow = Omit<PublicChange, 'article'> & { readonly article: Json | null }
type Json = Omit<PublicChange['article'], 'firstPublishedAt' | 'textChangedAt'> & {
  readonly firstPublishedAt: string | null
  readonly textChangedAt: string | null
}

/**
 * Writes the deliveries of changes that have none yet, in one transaction with the mark that they have: each change is told exactly
 * once, whichever process gets to it. `plan` says which deliveries a change makes. Returns how many changes were taken.
 */
export async function sendOutChanges(
  now: Date,
  plan: (change: PublicChange, targets: Targets) => readonly NewDelivery[],
): Promise<number> {
  return inTransaction(async (open) => {
    const claimed = await open.$queryRaw<ClaimedRow[]>`
      WITH taken AS (
        SELECT "id", "at", "kind", "tags", "detail" FROM "Outbox" WHERE "sentOutAt" IS NULL ORDER BY "id" LIMIT ${pageSize} FOR UPDATE SKIP LOCKED)
      SELECT t."id" AS "outboxId", t."at", t."kind", t."detail"->>'from' AS "from", t."detail"->>'to' AS "to",
        CASE WHEN a."id" IS NULL OR a."firstPublishedAt" IS NULL OR (e."isOff" AND a."state" = 'published') THEN NULL ELSE json_build_object(
          'id', a."id", 'isPublished', a."state" = 'published', 'headline', a."headline", 'slug', a."slug", 'blogSlug', b."slug",
          'firstPublishedAt', a."firstPublishedAt", 'textChangedAt', a."textChangedAt",
          'edition', json_build_object('id', e."id", 'key', e."key", 'isDefault', e."isDefault", 'locale', e."locale")) END AS "article",
        json_build_object(
          'blogSlugs', ${slugsOf('Blog')}, 'topicSlugs', ${slugsOf('Topic')}, 'contributorSlugs', ${slugsOf('Contributor')},
          'hasCorrections', EXISTS (SELECT 1 FROM unnest(t."tags") tag WHERE tag LIKE 'corrections:%')) AS "lists"
      FROM taken t LEFT JOIN "Article" a ON a."id" = (t."detail"->>'articleId')::int AND t."kind" LIKE 'article.%'
      LEFT JOIN "Blog" b ON b."id" = a."blogId" LEFT JOIN "Edition" e ON e."id" = a."editionId" ORDER BY t."id"`
    if (claimed.length === 0) return 0
    const changes = claimed.flatMap(publicChangeOf)
    if (changes.length > 0) {
      const webhooks = await open.webhook.findMany({ where: { disabledAt: null } })
      const followed = await open.hubSubscription.findMany({ where: { leaseUntil: { gt: now } } })
      const planned = told(
        changes.flatMap((change) =>
          plan(change, { webhooks, followed }).map((delivery) => ({ outboxId: change.outboxId, ...delivery })),
        ),
      )
      await open.delivery.createMany({
        data: planned.map(({ cargo: { channel, ...cargo }, ...delivery }) => ({
          ...delivery,
          ...{ channel, cargo: JSON.parse(JSON.stringify(cargo)), createdAt: now, nextAt: now },
        })),
      })
    }
    const ids = claimed.map(({ outboxId }) => outboxId)
    await open.$executeRaw`UPDATE "Outbox" SET "sentOutAt" = ${now} WHERE "id" = ANY(${ids}::bigint[])`
    return claimed.length
  })
}

/** Of the lists that a change outdated: its tags name those from before it and from after (domain/workflow/expiry.ts). */
function slugsOf(table: 'Blog' | 'Topic' | 'Contributor'): Prisma.Sql {
  const pattern = `^${table.toLowerCase()}:([0-9]+):latest$`
  return Prisma.sql`ARRAY(SELECT p."slug" FROM unnest(t."tags") tag
    JOIN ${Prisma.raw(`"${table}"`)} p ON p."id" = substring(tag FROM ${pattern})::int ORDER BY p."id")`
}

type Planned = NewDelivery & { readonly outboxId: bigint }

/**
 * Of changes that are written out together, as an import makes hundreds of: a subscriber gets the feed as it is when it is sent, so once;
 * IndexNow takes many addresses in one message, and answers 429 to many messages.
 */
function told(planned: readonly Planned[]): readonly Planned[] {
  const kept = new Map<string, Planned>()
  for (const [index, delivery] of planned.entries()) {
    const { target, cargo } = delivery
    const key = cargo.channel === 'hub_content' ? `${cargo.topic} ${target}` : isUrls(cargo) ? target : String(index)
    const before = kept.get(key)?.cargo
    const isMore = before && isUrls(before) && isUrls(cargo)
    if (isMore) kept.set(key, { ...delivery, cargo: { ...cargo, urls: [...new Set([...before.urls, ...cargo.urls])] } })
    else if (!before) kept.set(key, delivery)
  }
  return [...kept.values()]
}

function isUrls(cargo: Cargo): cargo is Extract<Cargo, { readonly channel: 'index_now' }> {
  return cargo.channel === 'index_now'
}

/**
 * Nothing is told of what is no article, or never was public; of an edition that is switched off only what is gone: there are copies of
 * it, whoever sees the edition.
 */
function publicChangeOf({ article, from, to, ...row }: ClaimedRow): readonly PublicChange[] {
  if (!article?.firstPublishedAt || !from || !to) return []
  const { firstPublishedAt, textChangedAt, ...facts } = article
  const changedAt = textChangedAt === null ? null : new Date(textChangedAt)
  return [
    { ...row, from, to, article: { ...facts, firstPublishedAt: new Date(firstPublishedAt), textChangedAt: changedAt } },
  ]
}
