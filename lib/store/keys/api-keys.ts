import type { Reach } from '#lib/domain/api/reach.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { editionName, withinEdition } from './key-places.ts'

export type ApiKey = {
  readonly id: number
  readonly name: string
  readonly hint: string
  /** Name of the edition, blog or topic that it is for; null for all. */
  readonly place: { readonly kind: 'edition' | 'blog' | 'topic'; readonly name: string } | null
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

type Place = { readonly editionId: number | null; readonly blogId: number | null; readonly topicId: number | null }

/** Every key there was, those in force first. */
export async function listApiKeys(): Promise<readonly ApiKey[]> {
  const named = { select: { name: true, edition: { select: { name: true, key: true } } } } as const
  const rows = await database().apiKey.findMany({
    select: {
      ...{ id: true, name: true, hint: true, createdAt: true, lastUsedAt: true, revokedAt: true },
      ...{ edition: { select: { name: true, key: true } }, blog: named, topic: named },
    },
    orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
  })
  return rows.map(({ edition, blog, topic, ...row }) => {
    const within = (kind: 'blog' | 'topic', { name, edition }: NonNullable<typeof blog>) =>
      ({ kind, name: withinEdition(name, edition) }) as const
    const place = edition
      ? ({ kind: 'edition', name: editionName(edition) } as const)
      : blog
        ? within('blog', blog)
        : topic && within('topic', topic)
    return { ...row, place }
  })
}

export async function createApiKey(key: {
  readonly name: string
  readonly place: Place
  readonly tokenHash: string
  readonly hint: string
  readonly by: { readonly id: string | null; readonly name: string }
  readonly now: Date
}): Promise<Result<null, { readonly kind: 'no-such-place' }>> {
  const { name, place, tokenHash, hint, by, now } = key
  return inTransaction(async (open) => {
    const { editionId, blogId, topicId } = place
    const places = await Promise.all([
      editionId === null || open.edition.findUnique({ where: { id: editionId }, select: { id: true } }),
      blogId === null || open.blog.findUnique({ where: { id: blogId }, select: { id: true } }),
      topicId === null || open.topic.findUnique({ where: { id: topicId }, select: { id: true } }),
    ])
    if (places.some((found) => !found)) return refuse({ kind: 'no-such-place' })
    const { id } = await open.apiKey.create({
      data: { name, ...place, tokenHash, hint, createdById: by.id, createdAt: now },
      select: { id: true },
    })
    const details = { name, hint, ...place }
    await appendAudit({ actor: by.name, action: 'key.create', subject: `key:${id}`, details, at: now })
    return ok(null)
  })
}

/** Ends a key at once. A second time changes nothing. */
export async function revokeApiKey(change: {
  readonly id: number
  readonly by: string
  readonly now: Date
}): Promise<Result<null, { readonly kind: 'no-such-key' }>> {
  const { id, by, now } = change
  return inTransaction(async (open) => {
    const [row] = await open.apiKey.updateManyAndReturn({
      where: { id, revokedAt: null },
      data: { revokedAt: now },
      select: { name: true },
    })
    if (!row) return refuse({ kind: 'no-such-key' })
    await appendAudit({ actor: by, action: 'key.revoke', subject: `key:${id}`, details: { name: row.name }, at: now })
    return ok(null)
  })
}

const hourMs = 3_600_000

/** What a key in force may read; null for one that is unknown or revoked. That it was used is noted once an hour. */
export async function findApiKey(
  tokenHash: string,
  now: Date,
): Promise<{ readonly id: number; readonly reach: Reach } | null> {
  const row = await database().apiKey.findFirst({
    where: { tokenHash, revokedAt: null },
    select: {
      ...{ id: true, editionId: true, blogId: true, topicId: true, lastUsedAt: true },
      ...{ blog: { select: { editionId: true } }, topic: { select: { editionId: true } } },
    },
  })
  if (!row) return null
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > hourMs)
    await database().apiKey.update({ where: { id: row.id }, data: { lastUsedAt: now } })
  return { id: row.id, reach: reachOf(row) }
}

type Row = Place & {
  readonly blog: { readonly editionId: number } | null
  readonly topic: { readonly editionId: number } | null
}

function reachOf({ editionId, blogId, topicId, blog, topic }: Row): Reach {
  if (blogId !== null && blog) return { kind: 'blog', editionId: blog.editionId, blogId }
  if (topicId !== null && topic) return { kind: 'topic', editionId: topic.editionId, topicId }
  return editionId === null ? { kind: 'site' } : { kind: 'edition', editionId }
}
