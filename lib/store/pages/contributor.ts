import type { Byline } from '#lib/domain/article.ts'
import type { Picture } from '#lib/domain/media/picture.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { pictureJson } from './sql/card-sql.ts'

export type Contributor = {
  readonly id: number
  readonly slug: string
  readonly key: string
  readonly name: string
  readonly kind: Byline['kind']
  readonly role: string
  readonly bio: string
  readonly picture: Picture | null
  /** The name is not the person's own. */
  readonly isPseudonym: boolean
  /** `https:` and `mailto:` addresses where readers reach them. */
  readonly links: readonly string[]
  /** The same person or desk in other editions. */
  readonly siblings: readonly { readonly editionKey: string; readonly slug: string }[]
}

export async function findContributor(q: {
  readonly editionId: number
  readonly slug: string
}): Promise<Contributor | null> {
  nameTags(tags.address(q.editionId, `authors/${q.slug}`))
  const [contributor] = await hotQuery<Contributor>(Prisma.sql`
    SELECT c."id", c."slug", c."key", c."name", c."kind"::text AS "kind", c."role", c."bio",
      c."isPseudonym", c."links",
      (${pictureJson(Prisma.sql`p."id" = c."pictureId"`)}) AS "picture",
      (SELECT coalesce(json_agg(json_build_object('editionKey', se."key", 'slug', s."slug") ORDER BY se."position"), '[]')
        FROM "Edition" se JOIN "Contributor" s ON s."editionId" = se."id" AND s."key" = c."key"
        WHERE se."id" <> c."editionId") AS "siblings"
    FROM "Contributor" c JOIN "Edition" e ON e."id" = c."editionId"
    WHERE c."editionId" = ${q.editionId} AND c."slug" = ${q.slug}`)
  return contributor ?? null
}
