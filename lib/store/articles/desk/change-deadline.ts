import { type DeadlineRefusal, setDeadline, type Work } from '#lib/domain/desk/deadline.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'

type Row = Work & { readonly dueAt: Date | null }

/**
 * Sets when a desk wants an article finished; null takes the deadline away. It is no part of what the article says, and what is
 * written meanwhile rests on the version: this raises none, so that nobody's text becomes stale by it. That it is the deadline which
 * the person saw is checked by itself.
 */
export async function changeDeadline(asked: {
  readonly articleId: number
  readonly at: Date | null
  readonly seen: Date | null
  readonly by: Editor
  readonly now: Date
}): Promise<Result<Date | null, DeadlineRefusal | { readonly kind: 'no-such-article' }>> {
  const { articleId, by, now } = asked
  return inTransaction(async (database) => {
    const [article] = await database.$queryRaw<Row[]>`
      SELECT a."state"::text AS "state", a."scheduledFor", a."dueAt", a."isPending"
      FROM "Article" a WHERE a."id" = ${articleId} FOR UPDATE`
    if (!article) return refuse({ kind: 'no-such-article' } as const)
    const decided = setDeadline(asked, article, now)
    if (!decided.ok || decided.value?.getTime() === article.dueAt?.getTime()) return decided
    await database.$executeRaw`UPDATE "Article" SET "dueAt" = ${decided.value} WHERE "id" = ${articleId}`
    await appendAudit({
      ...{ actor: by.name, action: 'article.deadline', subject: `article:${articleId}`, at: now },
      details: { from: article.dueAt?.toISOString() ?? null, to: decided.value?.toISOString() ?? null },
    })
    return ok(decided.value)
  })
}

export async function findDeadline(articleId: number): Promise<Date | null> {
  const [row] = await database().$queryRaw<{ dueAt: Date | null }[]>`
    SELECT "dueAt" FROM "Article" WHERE "id" = ${articleId}`
  return row?.dueAt ?? null
}
