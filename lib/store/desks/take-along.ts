import type { Desk } from '#lib/domain/desk/desk-stage.ts'
import { type AlongRefusal, goAlong } from '#lib/domain/desk/go-along.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Article, Editor } from '#lib/domain/workflow/newsroom.ts'
import { changeArticles } from '#lib/store/articles/change-article.ts'
import { loadArticlesForChange } from '#lib/store/articles/load-article.ts'
import { database } from '#lib/store/database/client.ts'

type Taking = { readonly user: Pick<SignedIn, 'id' | 'grants'>; readonly by: Editor; readonly now: Date }

/** Steps that are decided; they are written once the stages are. */
export type TakingAlong = () => Promise<void>

/**
 * What becomes of the articles in stages that turn to another state: decided on the articles as they are, which wait until it is done.
 * Refused as stale where another one came in meanwhile, as `leaveStages` is.
 */
export async function takeAlong(
  turned: Desk,
  { user, by, now }: Taking,
): Promise<Result<TakingAlong, AlongRefusal | { readonly kind: 'stale' }>> {
  const stageIds = turned.map(({ id }) => id)
  const rows = await database().$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Article" WHERE "deskStageId" = ANY(${stageIds}::int[]) ORDER BY "id" FOR UPDATE`
  const ids = rows.map(({ id }) => id)
  await database().$queryRaw`SELECT "id" FROM "DeskStage" WHERE "id" = ANY(${stageIds}::int[]) ORDER BY "id" FOR UPDATE`
  const [late] = await database().$queryRaw<unknown[]>`
    SELECT 1 AS "found" FROM "Article" WHERE "deskStageId" = ANY(${stageIds}::int[]) AND "id" <> ALL(${ids}::int[]) LIMIT 1`
  if (late !== undefined) return refuse({ kind: 'stale' })
  const articles = [...(await loadArticlesForChange(ids)).values()].map(({ article }) => article)
  const all = articles.flatMap((article) => {
    const to = turned.find(({ id }) => id === article.deskStageId)?.state
    const { editionId, blogId } = article
    return to ? [{ article, to, scope: { editionId, blogId } }] : []
  })
  const gone = goAlong(all, user)
  if (!gone.ok) return gone
  const after = new Map(gone.value.map((article) => [article.id, article]))
  const change = { by, action: 'move-stage', now, staysInStage: true } as const
  return ok(async () => {
    await changeArticles(
      articles.map(({ id, version }) => ({ ...change, id, version })),
      (article): Result<Article, never> => ok(after.get(article.id) ?? article),
    )
  })
}
