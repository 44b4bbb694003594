import type { ArticleCard } from '#lib/domain/article.ts'
import type { BlogRef } from '#lib/domain/edition.ts'
import type { NewSlot } from '#lib/domain/sections/front-slots.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { articleCard, type Json } from '#lib/store/rows.ts'
import { cardJoins, cardJson, cardWith } from './sql/card-sql.ts'

export type SlotCard = ArticleCard & { readonly slotPosition: number }
export type Front = {
  readonly slots: readonly SlotCard[]
  readonly latestByBlog: readonly {
    readonly blog: BlogRef & { readonly standfirst: string }
    readonly items: readonly ArticleCard[]
  }[]
}

const latestLimit = 5

type Row = {
  readonly slots: readonly { readonly card: Json<ArticleCard>; readonly position: number }[]
  readonly newest: readonly Json<ArticleCard>[]
  readonly blogs: readonly {
    readonly blog: Front['latestByBlog'][number]['blog']
    readonly items: readonly Json<ArticleCard>[]
  }[]
}

const slotCard = cardWith({
  headline: Prisma.sql`coalesce(s."headline", a."headline")`,
  standfirst: Prisma.sql`coalesce(s."standfirst", a."standfirst")`,
  pictureId: Prisma.sql`coalesce(s."pictureId", a."pictureId")`,
})

/** The front of an edition: what editors chose, as far as it is public, then the newest of each blog that is not among it. */
export async function findFront(editionId: number): Promise<Front> {
  nameTags(tags.front(editionId), tags.latest(editionId))
  return readFront(
    editionId,
    Prisma.sql`"Front" f JOIN "Slot" s ON s."frontId" = f."id" AND f."editionId" = ${editionId} AND f."key" = 'front'`,
  )
}

/** The same with other slots in the places of the published ones: what it would be once they are published. */
export async function findPreviewedFront(editionId: number, slots: readonly NewSlot[]): Promise<Front> {
  const rows = JSON.stringify(slots.map((slot, position) => ({ ...slot, position })))
  return readFront(
    editionId,
    Prisma.sql`jsonb_to_recordset(${rows}::jsonb)
      AS s("articleId" int, "headline" text, "standfirst" text, "pictureId" int, "position" int)`,
  )
}

async function readFront(editionId: number, slotRows: Prisma.Sql): Promise<Front> {
  const [row] = await hotQuery<Row>(Prisma.sql`
    WITH chosen AS (
      SELECT s.* FROM ${slotRows} JOIN "Article" a ON a."id" = s."articleId"
      WHERE a."editionId" = ${editionId} AND a."state" = 'published'
    ), newest AS (
      SELECT a."id" FROM "Article" a WHERE a."editionId" = ${editionId} AND a."listedAt" IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM chosen)
      ORDER BY a."listedAt" DESC, a."id" DESC LIMIT 1
    )
    SELECT
      (SELECT coalesce(json_agg(json_build_object('card', ${slotCard}, 'position', s."position") ORDER BY s."position"), '[]')
        FROM chosen s JOIN "Article" a ON a."id" = s."articleId" ${cardJoins}) AS "slots",
      (SELECT coalesce(json_agg(${cardJson}), '[]')
        FROM newest JOIN "Article" a ON a."id" = newest."id" ${cardJoins}) AS "newest",
      (SELECT coalesce(json_agg(json_build_object(
            'blog', json_build_object('id', g."id", 'slug', g."slug", 'name', g."name", 'standfirst', g."standfirst"),
            'items', l.items) ORDER BY g."position", g."id"), '[]')
        FROM "Blog" g CROSS JOIN LATERAL (
          SELECT coalesce(json_agg(${cardJson} ORDER BY a."listedAt" DESC, a."id" DESC), '[]') AS items FROM (
            SELECT i."id" FROM "Article" i WHERE i."blogId" = g."id" AND i."listedAt" IS NOT NULL
              AND i."id" NOT IN (SELECT "articleId" FROM chosen) AND i."id" NOT IN (SELECT "id" FROM newest)
            ORDER BY i."listedAt" DESC, i."id" DESC LIMIT ${latestLimit}
          ) i JOIN "Article" a ON a."id" = i."id" ${cardJoins}
        ) l WHERE g."editionId" = ${editionId}) AS "blogs"`)
  if (!row) return { slots: [], latestByBlog: [] }
  const slots = row.slots.length > 0 ? row.slots : row.newest.map((card) => ({ card, position: 0 }))
  return {
    slots: slots.map(({ card, position }) => ({ ...articleCard(card), slotPosition: position })),
    latestByBlog: row.blogs.map(({ blog, items }) => ({ blog, items: items.map(articleCard) })),
  }
}
