import type { Edition } from '#lib/domain/edition.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { editionJson } from './sql/card-sql.ts'

type OldTarget =
  | { readonly kind: 'article'; readonly id: number }
  | { readonly kind: 'page'; readonly edition: Edition; readonly slug: string }

type Row = { readonly articleId: number | null; readonly edition: Edition | null; readonly slug: string | null }

/** What an address of an earlier site leads to: an article, or a static page of an edition that is there for readers. */
export async function findByOldAddress(path: string): Promise<OldTarget | null> {
  nameTags(tags.oldAddress(path))
  const [row] = await hotQuery<Row>(Prisma.sql`
    SELECT o."articleId", p."slug", CASE WHEN e."id" IS NOT NULL THEN ${editionJson} END AS "edition"
    FROM "OldAddress" o LEFT JOIN "Page" p ON p."id" = o."pageId"
      LEFT JOIN "Edition" e ON e."id" = p."editionId" AND NOT e."isOff"
    WHERE o."path" = ${path}`)
  if (row?.articleId) return { kind: 'article', id: row.articleId }
  if (!row?.edition || row.slug === null) return null
  // The edition can be switched off, or become the default one.
  nameTags(tags.chrome(row.edition.id))
  return { kind: 'page', edition: row.edition, slug: row.slug }
}
