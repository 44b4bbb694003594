import { type Desk, inOrder } from '#lib/domain/desk/desk-stage.ts'
import { database } from '#lib/store/database/client.ts'
import { type DeskPlace, deskIn, listStagesOfEditions } from './desk-stages.ts'
import { onDesk, standingStage } from './stage-sql.ts'

/** A desk as a list of desks names it. */
export type DeskLine = DeskPlace & {
  /** Of the blog; null: the edition's own desk. */
  readonly blogName: string | null
  readonly editionName: string
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
}

export type ListedDesk = DeskLine & {
  /** Its own stages; empty where it has none. */
  readonly own: Desk
  /** The stages that hold there; empty where the states alone count. */
  readonly desk: Desk
}

/** Every edition's desk, each followed by those of its blogs. */
export async function listDesks(): Promise<readonly ListedDesk[]> {
  const places = await database().$queryRaw<DeskLine[]>`
    SELECT e."id" AS "editionId", b."id" AS "blogId", b."name" AS "blogName", e."name" AS "editionName", e."locale",
      e."direction"::text AS "direction"
    FROM "Edition" e CROSS JOIN LATERAL (
      SELECT NULL::int AS "id", NULL AS "name", -1 AS "position"
      UNION ALL SELECT "id", "name", "position" FROM "Blog" WHERE "editionId" = e."id") b
    ORDER BY e."position", e."id", b."position", b."id" NULLS FIRST`
  const stages = await listStagesOfEditions([...new Set(places.map(({ editionId }) => editionId))])
  return places.map((place) => ({
    ...place,
    own: inOrder(stages.filter(({ editionId, blogId }) => editionId === place.editionId && blogId === place.blogId)),
    desk: deskIn(stages, place),
  }))
}

/** Where a desk is: of an edition, or of a blog with the edition it is in. Null where there is no such. */
export async function findDeskPlace(of: {
  readonly kind: 'edition' | 'blog'
  readonly id: number
}): Promise<DeskPlace | null> {
  if (of.kind === 'edition') {
    const edition = await database().edition.findUnique({ where: { id: of.id }, select: { id: true } })
    return edition && { editionId: edition.id, blogId: null }
  }
  const blog = await database().blog.findUnique({ where: { id: of.id }, select: { id: true, editionId: true } })
  return blog && { editionId: blog.editionId, blogId: blog.id }
}

/** How many articles stand in each stage of a desk. */
export async function countInStages(place: DeskPlace): Promise<ReadonlyMap<number, number>> {
  const rows = await database().$queryRaw<{ id: number; count: number }[]>`
    SELECT st."id", count(*)::int AS "count" FROM "Article" a ${standingStage}
    WHERE ${onDesk(place)} AND a."state" IN ('draft', 'in_review', 'approved') AND st."id" IS NOT NULL GROUP BY st."id"`
  return new Map(rows.map(({ id, count }) => [id, count]))
}
