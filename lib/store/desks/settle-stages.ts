import { type Desk, deskStageOf } from '#lib/domain/desk/desk-stage.ts'
import { settleStage } from '#lib/domain/desk/settle-stage.ts'
import type { Mover, StageRefusal } from '#lib/domain/desk/stage-rules.ts'
import { ok, type Result } from '#lib/domain/result.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { earlyStates } from '#lib/domain/workflow/step-back.ts'
import { database } from '#lib/store/database/client.ts'
import { deskIn, listStagesOfEditions } from './desk-stages.ts'

/** A change of an article that is decided, and who makes it. */
export type DecidedChange = { readonly before: Article; readonly after: Article; readonly mover: Mover }

/** By name: a stage may be gone when somebody reads of it. */
export type StageChange = { readonly from: string | null; readonly to: string | null }

export type Settled = { readonly article: Article; readonly stageChange: StageChange | null }

/**
 * Holds decided changes to the rules of their desks, in their order. Inside a transaction the rules stay as they are read here
 * until it ends.
 */
export async function settleStages(
  changes: readonly DecidedChange[],
): Promise<readonly Result<Settled, StageRefusal>[]> {
  const concerned = changes.filter(({ before, after }) => isOnDesk(before) || isOnDesk(after))
  const editionIds = [...new Set(concerned.map(({ after }) => after.editionId))]
  if (editionIds.length === 0) return changes.map(({ after }) => ok({ article: after, stageChange: null }))
  await database().$queryRaw`
    SELECT "id" FROM "DeskStage" WHERE "editionId" = ANY(${editionIds}::int[]) ORDER BY "id" FOR SHARE`
  const stages = await listStagesOfEditions(editionIds)
  const deskOf = (article: Article): Desk => deskIn(stages, article)
  return changes.map(({ before, after, mover }) => {
    const [deskBefore, desk] = [deskOf(before), deskOf(after)]
    const settled = settleStage(before, after, { deskBefore, desk, mover })
    if (!settled.ok) return settled
    const [from, to] = [deskStageOf(before, deskBefore), deskStageOf(settled.value, desk)]
    const stageChange = from?.id === to?.id ? null : { from: from?.name ?? null, to: to?.name ?? null }
    return ok({ article: settled.value, stageChange })
  })
}

function isOnDesk({ state }: Article): boolean {
  return earlyStates.some((early) => early === state.kind)
}
