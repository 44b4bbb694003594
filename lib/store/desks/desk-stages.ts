import { type Desk, type DeskStage, inOrder } from '#lib/domain/desk/desk-stage.ts'
import { database } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'

/** A blog, or an edition for those of its blogs that have no stages of their own. */
export type DeskPlace = { readonly editionId: number; readonly blogId: number | null }

type Row = DeskStage & DeskPlace

const columns = Prisma.sql`s."id", s."editionId", s."blogId", s."name", s."state"::text AS "state", s."position",
  s."entryRole"::text AS "entryRole", s."follows", s."releases"`

/** The stages that hold at a place: its own, else its edition's; empty where the built-in states alone count. */
export async function listDeskStages(place: DeskPlace): Promise<Desk> {
  return deskIn(await listStagesOfEditions([place.editionId]), place)
}

/** Every stage of these editions and of their blogs, for `deskIn`. */
export async function listStagesOfEditions(editionIds: readonly number[]): Promise<readonly Row[]> {
  return database().$queryRaw<Row[]>`
    SELECT ${columns} FROM "DeskStage" s WHERE s."editionId" = ANY(${[...editionIds]}::int[]) ORDER BY s."id"`
}

/** The stages of one place among those of many. */
export function deskIn(stages: readonly Row[], { editionId, blogId }: DeskPlace): Desk {
  const ofEdition = stages.filter((stage) => stage.editionId === editionId)
  const own = ofEdition.filter((stage) => stage.blogId === blogId)
  return inOrder(own.length > 0 ? own : ofEdition.filter((stage) => stage.blogId === null))
}
