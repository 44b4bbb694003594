import type { BreakingAlert, Chrome } from '#lib/domain/edition.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { limitFreshness, nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { breakingAlert, type Json } from '#lib/store/rows.ts'
import { editionJson } from './sql/card-sql.ts'

/** As many as fit under the blogs on a phone before they become a list of their own. */
const topicLimit = 12

type Row = Omit<Chrome, 'alert'> & {
  readonly alert: (Json<BreakingAlert> & { readonly articleId: number | null }) | null
  readonly nextAlertAt: Date | null
}

/** What every page of an edition shows around its content; null where there is no such edition. `_` is the default one. */
export async function findChrome(editionKey: string | null): Promise<Chrome | null> {
  const which =
    editionKey === null || editionKey === '_' ? Prisma.sql`e."isDefault"` : Prisma.sql`e."key" = ${editionKey}`
  const [row] = await hotQuery<Row>(Prisma.sql`
    SELECT ${editionJson} AS "edition",
      e."footerText",
      (SELECT json_build_object('name', s."name", 'legalName', s."legalName", 'email', s."email", 'wordmark', s."wordmark",
          'socials', s."socials", 'policies', json_build_object('principles', s."principlesSlug",
            'corrections', s."correctionsSlug", 'ownership', s."ownershipSlug"))
        FROM "Site" s) AS "site",
      (SELECT json_agg(${editionJson} ORDER BY e."position", e."id") FROM "Edition" e WHERE NOT e."isOff") AS "editions",
      (SELECT coalesce(json_agg(json_build_object('id', b."id", 'slug', b."slug", 'name', b."name") ORDER BY b."position", b."id"), '[]')
        FROM "Blog" b WHERE b."editionId" = e."id") AS "blogs",
      (SELECT coalesce(json_agg(json_build_object('slug', p."slug", 'title', p."title") ORDER BY p."position", p."id"), '[]')
        FROM "Page" p WHERE p."editionId" = e."id") AS "pages",
      (SELECT coalesce(json_agg(t), '[]') FROM (
        SELECT t."id", t."slug", t."name" FROM "Topic" t
        WHERE t."editionId" = e."id"
          AND EXISTS (SELECT 1 FROM "ArticleTopic" at WHERE at."topicId" = t."id" AND at."listedAt" IS NOT NULL)
        ORDER BY t."id" LIMIT ${topicLimit}) t) AS "topics",
      (SELECT json_build_object('text', r."text", 'startsAt', r."startsAt", 'expiresAt', r."expiresAt", 'articleId', r."articleId",
          'article', CASE WHEN a."id" IS NOT NULL THEN json_build_object('blogSlug', b."slug", 'slug', a."slug") END)
        FROM "BreakingAlert" r
        LEFT JOIN "Article" a ON a."id" = r."articleId" AND a."state" = 'published' AND a."editionId" = e."id"
        LEFT JOIN "Blog" b ON b."id" = a."blogId"
        WHERE r."editionId" = e."id" AND r."expiresAt" > now() AND r."startsAt" <= now() AND r."endedAt" IS NULL
        ORDER BY r."startsAt" DESC, r."id" DESC LIMIT 1) AS "alert",
      (SELECT min(r."startsAt") FROM "BreakingAlert" r
        WHERE r."editionId" = e."id" AND r."expiresAt" > now() AND r."startsAt" > now() AND r."endedAt" IS NULL) AS "nextAlertAt"
    FROM "Edition" e WHERE ${which} AND NOT e."isOff"`)
  if (!row?.site) return null
  const { alert, nextAlertAt, ...chrome } = row
  nameTags(tags.chrome(chrome.edition.id))
  if (nextAlertAt) limitFreshness(nextAlertAt)
  if (!alert) return { ...chrome, alert: null }
  const { articleId, ...shown } = alert
  if (articleId) nameTags(tags.article(articleId))
  const running = breakingAlert(shown)
  limitFreshness(running.expiresAt)
  return { ...chrome, alert: running }
}
