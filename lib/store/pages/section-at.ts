import type { Blog, SectionAt, StaticPage } from '#lib/domain/blog.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import type { Json } from '#lib/store/rows.ts'
import { blogJson } from './sql/card-sql.ts'

type Row = { readonly blog: Blog | null; readonly page: Json<StaticPage> | null; readonly movedTo: string | null }

/** What stands at `/{section}` of an edition. */
export async function findSectionAt(q: { readonly editionId: number; readonly slug: string }): Promise<SectionAt> {
  const { editionId, slug } = q
  nameTags(tags.address(editionId, slug))
  const [row] = await hotQuery<Row>(Prisma.sql`
    SELECT
      (SELECT ${blogJson} FROM "Blog" b WHERE b."editionId" = ${editionId} AND b."slug" = ${slug}) AS "blog",
      (SELECT json_build_object('slug', p."slug", 'title', p."title", 'description', p."description", 'body', p."body",
          'changedAt', p."changedAt",
          'siblings', (SELECT coalesce(json_agg(json_build_object('editionKey', se."key", 'slug', sp."slug")
              ORDER BY se."position"), '[]')
            FROM "Edition" se JOIN "Page" sp ON sp."editionId" = se."id" AND sp."slug" = p."slug" WHERE se."id" <> ${editionId}))
        FROM "Page" p WHERE p."editionId" = ${editionId} AND p."slug" = ${slug}) AS "page",
      (SELECT b."slug" FROM "FormerAddress" f JOIN "Blog" b ON b."id" = f."blogId"
        WHERE f."editionId" = ${editionId} AND f."path" = ${slug}) AS "movedTo"`)
  if (row?.blog) {
    nameTags(tags.blog(row.blog.id))
    return { kind: 'blog', blog: row.blog }
  }
  if (row?.page) {
    nameTags(tags.page(editionId, slug))
    return { kind: 'page', page: { ...row.page, changedAt: new Date(row.page.changedAt) } }
  }
  return row?.movedTo ? { kind: 'moved', toSlug: row.movedTo } : { kind: 'missing' }
}
