import type { PreviewLink } from '#lib/domain/publishing/preview.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'

/** A panel shows what is open and what was lately; the audit log has the rest. */
const mostShown = 20

/** What a killed article said is shown to nobody, whatever link there was to it. */
const line = Prisma.sql`l."id", l."articleId", r."number" AS "revision", u."name" AS "by", l."createdAt", l."expiresAt",
  coalesce(l."revokedAt", CASE WHEN a."state" = 'killed' THEN a."withdrawnAt" END) AS "revokedAt", l."openedCount", l."openedAt"`

const joined = Prisma.sql`"PreviewLink" l JOIN "Revision" r ON r."id" = l."revisionId" JOIN "Article" a ON a."id" = l."articleId"
  JOIN "User" u ON u."id" = l."createdById"`

/** Makes a link to the newest revision of an article, and answers the revision's number. Null when there is no such article. */
export async function createPreviewLink(link: {
  readonly articleId: number
  readonly tokenHash: string
  readonly by: { readonly id: string; readonly name: string }
  readonly expiresAt: Date
  readonly now: Date
}): Promise<number | null> {
  const { articleId, tokenHash, by, expiresAt, now } = link
  return inTransaction(async (open) => {
    const newest = await open.revision.findFirst({
      where: { articleId, article: { state: { not: 'killed' } } },
      orderBy: { number: 'desc' },
      select: { id: true, number: true },
    })
    if (!newest) return null
    const made = await open.previewLink.create({
      data: { articleId, revisionId: newest.id, tokenHash, createdById: by.id, createdAt: now, expiresAt },
      select: { id: true },
    })
    const details = { link: made.id, revision: newest.number, expiresAt: expiresAt.toISOString() }
    await appendAudit({ actor: by.name, action: 'preview.make', subject: `article:${articleId}`, details, at: now })
    return newest.number
  })
}

/** Closes a link at once. False when it was closed or over already. */
export async function revokePreviewLink(revocation: {
  readonly id: number
  readonly articleId: number
  readonly by: string
  readonly now: Date
}): Promise<boolean> {
  const { id, articleId, by, now } = revocation
  return inTransaction(async (open) => {
    const { count } = await open.previewLink.updateMany({
      where: { id, articleId, revokedAt: null, expiresAt: { gt: now } },
      data: { revokedAt: now },
    })
    if (count === 0) return false
    const details = { link: id }
    await appendAudit({ actor: by, action: 'preview.revoke', subject: `article:${articleId}`, details, at: now })
    return true
  })
}

/** The links of an article, the last made first. */
export async function listPreviewLinks(articleId: number): Promise<readonly PreviewLink[]> {
  return database().$queryRaw<PreviewLink[]>`
    SELECT ${line} FROM ${joined} WHERE l."articleId" = ${articleId} ORDER BY l."id" DESC LIMIT ${mostShown}`
}

/** By the hash of its token, open or not. */
export async function findPreviewLink(tokenHash: string): Promise<PreviewLink | null> {
  const [link] = await database().$queryRaw<PreviewLink[]>`
    SELECT ${line} FROM ${joined} WHERE l."tokenHash" = ${tokenHash}`
  return link ?? null
}

export async function findPreviewLinkById(id: number): Promise<PreviewLink | null> {
  const [link] = await database().$queryRaw<PreviewLink[]>`SELECT ${line} FROM ${joined} WHERE l."id" = ${id}`
  return link ?? null
}

/** That it was opened, not by whom. */
export async function countPreviewOpening(id: number, now: Date): Promise<void> {
  await database().$executeRaw`
    UPDATE "PreviewLink" SET "openedCount" = "openedCount" + 1, "openedAt" = ${now} WHERE "id" = ${id}`
}
