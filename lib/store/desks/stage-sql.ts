import { Prisma } from '#lib/store/generated/client.ts'

/**
 * The stage `st` in which article `a` stands: its own, or the first one of its state, on its blog's desk or its edition's. Without
 * columns where the states alone count, and after `approved`.
 */
export const standingStage = Prisma.sql`LEFT JOIN LATERAL (
  SELECT s."id", s."name" FROM "DeskStage" s
  WHERE s."editionId" = a."editionId" AND s."state" = a."state"
    AND s."blogId" IS NOT DISTINCT FROM (SELECT o."blogId" FROM "DeskStage" o WHERE o."blogId" = a."blogId" LIMIT 1)
  ORDER BY s."id" IS NOT DISTINCT FROM a."deskStageId" DESC, s."position", s."id" LIMIT 1) st ON true`

/** Articles `a` of a desk: of a blog, or of an edition but for its blogs that have stages of their own. */
export function onDesk({
  editionId,
  blogId,
}: {
  readonly editionId: number
  readonly blogId: number | null
}): Prisma.Sql {
  if (blogId !== null) return Prisma.sql`a."blogId" = ${blogId}`
  return Prisma.sql`(a."editionId" = ${editionId}
    AND NOT EXISTS (SELECT 1 FROM "DeskStage" o WHERE o."blogId" = a."blogId"))`
}
