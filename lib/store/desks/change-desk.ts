import { type Desk, type DeskStage, inOrder } from '#lib/domain/desk/desk-stage.ts'
import type { AlongRefusal } from '#lib/domain/desk/go-along.ts'
import type { StageChangeRefusal } from '#lib/domain/desk/stage-changes.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import type { Editor } from '#lib/domain/workflow/newsroom.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { anchorArticles, leaveStages } from './desk-articles.ts'
import { type DeskPlace, deskIn, listStagesOfEditions } from './desk-stages.ts'
import { takeAlong } from './take-along.ts'

export type DeskChange = {
  readonly place: DeskPlace
  readonly by: Editor
  /** For the audit trail: `add`, `change`, `order` … */
  readonly action: string
  readonly details: Readonly<Record<string, unknown>>
  readonly now: Date
}

export type DeskRefusal = StageChangeRefusal | AlongRefusal | { readonly kind: 'missing' }

/**
 * Changes the stages of a desk that has its own. `intoId` takes the articles of a stage that goes; those of a stage that turns to
 * another state go along, as far as `user` may take that step.
 */
export async function changeDesk(
  change: DeskChange & { readonly intoId?: number; readonly user?: Pick<SignedIn, 'id' | 'grants'> },
  decide: (desk: Desk) => Result<Desk, StageChangeRefusal>,
): Promise<Result<void, DeskRefusal>> {
  const { place, intoId, user = { id: '', grants: [] }, by, now } = change
  return inDesk(change, async (own) => {
    if (own.length === 0) return refuse({ kind: 'stale' })
    const decided = decide(own)
    if (!decided.ok) return decided
    const gone = own.filter(({ id }) => !decided.value.some((stage) => stage.id === id))
    const turned = decided.value.filter(({ id, state }) =>
      own.some((before) => before.id === id && before.state !== state),
    )
    // Before the order changes, or the first of a state goes: an article that stands there by that alone stays where it stood.
    if (gone.length > 0 || turned.length > 0 || change.action === 'order') await anchorArticles(place, own)
    if (gone.length > 0 && !(await leaveStages(gone, intoId ?? null))) return refuse({ kind: 'stale' })
    const along = turned.length > 0 ? await takeAlong(turned, { user, by, now }) : null
    if (along && !along.ok) return along
    await writeStages(place, own, decided.value)
    await along?.value()
    return ok(undefined)
  })
}

/** Gives a desk stages of its own: copies of those of its edition, or `first` where that has none. Articles stay where they stand. */
export async function beginDesk(change: DeskChange, first: Desk): Promise<Result<void, DeskRefusal>> {
  const { place } = change
  return inDesk(change, async (own) => {
    if (own.length > 0) return refuse({ kind: 'stale' })
    const source = deskIn(await listStagesOfEditions([place.editionId]), { ...place, blogId: null })
    const model = place.blogId === null || source.length === 0 ? first : source
    const ids = new Map<number, number>()
    for (const stage of model) ids.set(stage.id, await insertStage(place, { ...stage, follows: [] }))
    for (const { id, follows } of model) {
      const named = follows.flatMap((one) => ids.get(one) ?? [])
      const copy = ids.get(id)
      if (named.length > 0 && copy) await database().deskStage.update({ where: { id: copy }, data: { follows: named } })
    }
    await database().$executeRaw`
      UPDATE "Article" a SET "deskStageId" = x."copy"
      FROM unnest(${[...ids.keys()]}::int[], ${[...ids.values()]}::int[]) AS x("id", "copy")
      WHERE a."blogId" = ${place.blogId} AND a."deskStageId" = x."id"`
    return ok(undefined)
  })
}

/** Takes all stages of a desk away: its edition's hold, or the states alone. Articles keep their states. */
export async function resetDesk(change: DeskChange): Promise<Result<void, DeskRefusal>> {
  return inDesk(change, async (own) => {
    if (own.length === 0 || !(await leaveStages(own, null))) return refuse({ kind: 'stale' })
    await database().deskStage.deleteMany({ where: { id: { in: own.map(({ id }) => id) } } })
    return ok(undefined)
  })
}

/** What was refused half way: thrown, so that nothing of it stays. */
class Undone extends Error {
  readonly refusal: DeskRefusal

  constructor(refusal: DeskRefusal) {
    super(refusal.kind)
    this.refusal = refusal
  }
}

/** Whoever changes stages of an edition waits for the other. Articles are locked before stages, as those who move articles do. */
async function inDesk(
  { place, by, action, details, now }: DeskChange,
  work: (own: Desk) => Promise<Result<void, DeskRefusal>>,
): Promise<Result<void, DeskRefusal>> {
  return inTransaction(async (open): Promise<Result<void, DeskRefusal>> => {
    const { editionId, blogId } = place
    const [edition] = await open.$queryRaw<unknown[]>`
      SELECT "id" FROM "Edition" WHERE "id" = ${editionId} FOR NO KEY UPDATE`
    if (!edition) return refuse({ kind: 'missing' })
    const all = await listStagesOfEditions([editionId])
    const done = await work(inOrder(all.filter((stage) => stage.blogId === blogId)))
    if (!done.ok) throw new Undone(done.error)
    const subject = blogId === null ? `edition:${editionId}` : `blog:${blogId}`
    await appendAudit({ actor: by.name, action: `stage.${action}`, subject, details, at: now })
    return done
  }).catch((error: unknown) => {
    if (error instanceof Undone) return refuse(error.refusal)
    throw error
  })
}

async function writeStages(place: DeskPlace, before: Desk, after: Desk): Promise<void> {
  const gone = before.filter(({ id }) => !after.some((stage) => stage.id === id)).map(({ id }) => id)
  await database().deskStage.deleteMany({ where: { id: { in: gone } } })
  for (const stage of after) {
    const known = before.find(({ id }) => id === stage.id)
    if (!known) await insertStage(place, stage)
    else if (canonicalJson(known) !== canonicalJson(stage)) {
      const { id, name, state, position, entryRole, follows, releases } = stage
      await database().deskStage.update({
        ...{ where: { id }, data: { name, state, position, entryRole, follows: [...follows], releases } },
      })
    }
  }
}

async function insertStage({ editionId, blogId }: DeskPlace, stage: DeskStage): Promise<number> {
  const { name, state, position, entryRole, follows, releases } = stage
  const data = { editionId, blogId, name, state, position, entryRole, follows: [...follows], releases }
  return (await database().deskStage.create({ data })).id
}
