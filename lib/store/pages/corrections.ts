import type { CorrectionListing } from '#lib/domain/article.ts'
import type { CorrectionList, Paging } from '#lib/domain/lists/listing.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { keysetHasBehind, keysetPage, type Order, pageFrom } from '#lib/store/database/keyset.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { correctionListing, type Json } from '#lib/store/rows.ts'
import { articleRefJson } from './sql/card-sql.ts'

type Row = { readonly hasBehind: boolean; readonly items: readonly Json<CorrectionListing>[] }

const order: Order = { at: Prisma.sql`c."at"`, id: Prisma.sql`c."id"` }

/** Corrections of an edition's public articles, newest first. */
export async function listCorrections(q: {
  readonly editionId: number
  readonly paging: Paging
  readonly limit: number
}): Promise<CorrectionList> {
  nameTags(tags.corrections(q.editionId))
  const listed = Prisma.sql`FROM "Correction" c WHERE c."editionId" = ${q.editionId} AND c."listedAt" IS NOT NULL`
  const direction = q.paging?.kind === 'newer-than' ? Prisma.sql`ASC` : Prisma.sql`DESC`
  const [row] = await hotQuery<Row>(Prisma.sql`
    WITH page AS (SELECT c.* ${listed} ${keysetPage(order, q.paging, q.limit)})
    SELECT ${keysetHasBehind(listed, order, q.paging)} AS "hasBehind",
      (SELECT coalesce(json_agg(json_build_object('id', c."id", 'place', c."place", 'text', c."text", 'at', c."at",
          'article', ${articleRefJson}) ORDER BY c."at" ${direction}, c."id" ${direction}), '[]')
        FROM page c JOIN "Article" a ON a."id" = c."articleId" JOIN "Blog" b ON b."id" = a."blogId") AS "items"`)
  return pageFrom({
    rows: (row?.items ?? []).map(correctionListing),
    hasBehind: row?.hasBehind ?? false,
    paging: q.paging,
    limit: q.limit,
    cursorOf: ({ at, id }) => ({ at, id }),
  })
}
