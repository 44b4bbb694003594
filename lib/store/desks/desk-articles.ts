import type { Desk } from '#lib/domain/desk/desk-stage.ts'
import { earlyStates } from '#lib/domain/workflow/step-back.ts'
import { database } from '#lib/store/database/client.ts'
import type { DeskPlace } from './desk-stages.ts'
import { onDesk } from './stage-sql.ts'

/** Writes down of articles that stand in the first stage of their state only by that: they stay there whatever becomes the first. */
export async function anchorArticles(place: DeskPlace, desk: Desk): Promise<void> {
  for (const state of earlyStates) {
    const ids = desk.filter((stage) => stage.state === state).map(({ id }) => id)
    const [first] = ids
    if (first !== undefined)
      await database().$executeRaw`
        UPDATE "Article" a SET "deskStageId" = ${first}
        WHERE ${onDesk(place)} AND a."state" = ${state}::"ArticleState"
          AND (a."deskStageId" IS NULL OR a."deskStageId" <> ALL(${ids}::int[]))`
  }
}

/**
 * Moves articles out of stages that go. False where another one came in meanwhile: whoever asked sees the stage as it is now, and
 * nobody waits for a mover who waits for the stage.
 */
export async function leaveStages(gone: Desk, intoId: number | null): Promise<boolean> {
  const ids = gone.map(({ id }) => id)
  await database()
    .$executeRaw`UPDATE "Article" SET "deskStageId" = ${intoId}::int WHERE "deskStageId" = ANY(${ids}::int[])`
  await database().$queryRaw`SELECT "id" FROM "DeskStage" WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR UPDATE`
  const [late] = await database().$queryRaw<unknown[]>`
    SELECT 1 AS "found" FROM "Article" WHERE "deskStageId" = ANY(${ids}::int[]) LIMIT 1`
  return late === undefined
}
