import type { GoneArticle } from '#lib/domain/article.ts'
import type { Edition } from '#lib/domain/edition.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { editionJson } from './sql/card-sql.ts'

type Permanent =
  | { readonly kind: 'at'; readonly edition: Edition; readonly blogSlug: string; readonly slug: string }
  | { readonly kind: 'gone'; readonly gone: GoneArticle; readonly edition: Edition }
  | { readonly kind: 'missing' }

type Row = {
  readonly edition: Edition
  readonly blogSlug: string
  readonly slug: string
  readonly withdrawnAt: Date | null
  readonly notice: string | null
}

/** Where the article with this id stands today, whatever became of its edition, blog and slug. */
export async function findAddressOfArticle(id: number): Promise<Permanent> {
  nameTags(tags.article(id))
  const [row] = await hotQuery<Row>(Prisma.sql`
    SELECT ${editionJson} AS "edition", b."slug" AS "blogSlug", a."slug", a."withdrawnAt", a."withdrawalNotice" AS "notice"
    FROM "Article" a JOIN "Blog" b ON b."id" = a."blogId" JOIN "Edition" e ON e."id" = a."editionId"
    WHERE a."id" = ${id} AND a."state" IN ('published', 'withdrawn', 'killed') AND NOT e."isOff"`)
  if (!row) return { kind: 'missing' }
  const { edition, blogSlug, slug, withdrawnAt, notice } = row
  // The edition can be switched off, or become the default one.
  nameTags(tags.chrome(edition.id))
  return withdrawnAt
    ? { kind: 'gone', gone: { id, withdrawnAt, notice }, edition }
    : { kind: 'at', edition, blogSlug, slug }
}
