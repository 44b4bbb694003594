import { may, type SignedIn } from '#lib/domain/people/permissions.ts'
import {
  type AnyBulkAct,
  type BulkLine,
  type BulkOrder,
  bulkPermission,
  decideBulk,
  undoOf,
} from '#lib/domain/publishing/bulk.ts'
import { findings } from '#lib/domain/publishing/checks.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { loadArticleForChange } from '#lib/store/articles/load-article.ts'
import { findPublishGround } from '#lib/store/articles/publish-ground.ts'
import { settleStages } from '#lib/store/desks/settle-stages.ts'
import { type BulkPlace, findEditionsOfBlogs, findTopicEverywhere } from '#lib/store/finding/bulk-places.ts'
import { carryOut } from '../publishing-step.ts'
import type { Voice } from '../publishing-words.ts'
import { type BulkChoices, type BulkGround, type NoOrder, orderOf } from './bulk-order.ts'
import { type BulkWhy, bulkRefusalText } from './bulk-words.ts'

/** One act on several articles, by one person, as it stands now. */
export type BulkSetting = {
  readonly act: AnyBulkAct
  readonly choices: BulkChoices
  readonly reason?: string | null
  readonly ground: BulkGround
  readonly user: SignedIn
  readonly words: Voice['words']
  readonly now: Date
}

/** `blogIds` are those that a way back leads to. */
export async function findBulkGround(
  { topic, blog }: BulkChoices,
  blogIds: readonly number[] = [],
): Promise<BulkGround> {
  const [topicOfEdition, editionOfBlog] = await Promise.all([
    topic === undefined ? new Map<number, number>() : findTopicEverywhere(topic),
    findEditionsOfBlogs([...blogIds, ...(blog === undefined ? [] : [blog])]),
  ])
  return { topicOfEdition, editionOfBlog }
}

export type BulkPlan = {
  readonly ready: readonly BulkPlace[]
  /** Why the others can't be. */
  readonly left: readonly BulkLine[]
}

/** What would come of it, decided by the same steps, with nothing written. */
export async function planBulk(places: readonly BulkPlace[], setting: BulkSetting): Promise<BulkPlan> {
  const ready: BulkPlace[] = []
  const left: BulkLine[] = []
  for (const place of places) {
    const why = await whyNot(place, setting)
    if (why) left.push(lineOf(place, why, setting))
    else ready.push(place)
  }
  return { ready, left }
}

async function whyNot(place: BulkPlace, setting: BulkSetting): Promise<BulkWhy | null> {
  const order = orderFor(place, null, setting)
  if (!order.ok) return order.error
  const loaded = await loadArticleForChange(place.id)
  if (!loaded) return { kind: 'no-such-article' }
  const at = checksAt(order.value, setting.now)
  const found = at ? findings(loaded.article, await findPublishGround(loaded.article), at) : []
  const blocking = found.filter(({ blocks }) => blocks)
  if (blocking.length > 0) return { kind: 'checks', findings: blocking }
  const decision = decideBulk(loaded.article, order.value, setting.now)
  if (!decision.ok) return decision.error
  const [settled] = await settleStages([{ before: loaded.article, after: decision.value, mover: setting.user }])
  return settled && !settled.ok ? settled.error : null
}

export type BulkDone = {
  readonly line: BulkLine
  readonly undo: { readonly order: BulkOrder; readonly version: number } | null
}

/** Takes the step with one article: authorised, decided and written like its own page does. Says what came of it. */
export async function takeBulkStep(
  place: BulkPlace,
  { version, was }: { readonly version: number; readonly was: string | null },
  setting: BulkSetting,
): Promise<BulkDone> {
  const { act, user, now } = setting
  const order = orderFor(place, was, setting)
  if (!order.ok) return { line: lineOf(place, order.error, setting), undo: null }
  const ways: (BulkOrder | null)[] = []
  const decide = (article: Article) => {
    ways.push(undoOf(order.value, article))
    return decideBulk(article, order.value, now)
  }
  const reason = setting.reason ? { reason: setting.reason } : {}
  const change = { id: place.id, version, by: { name: user.name }, mover: user, action: act, now, ...reason }
  const at = checksAt(order.value, now)
  const changed = await carryOut(change, { decide, ...(at ? { checksAt: at } : {}) })
  if (!changed.ok) return { line: lineOf(place, changed.error, setting), undo: null }
  const line = { id: place.id, headline: place.headline, isDone: true, said: setting.words(`bulk.one.${act}`) }
  const way = ways.at(-1)
  return { line, undo: way ? { order: way, version: changed.value.version } : null }
}

/** Also asks whether this person may, here: the act as a whole says nothing about one article. */
function orderFor(
  place: BulkPlace,
  was: string | null,
  { act, choices, ground, user }: BulkSetting,
): Result<BulkOrder, NoOrder | { readonly kind: 'not-allowed' }> {
  if (!may(user, bulkPermission[act], place)) return refuse({ kind: 'not-allowed' })
  const order = orderOf(act, { choices, ground, place, was })
  if (!order.ok) return order
  const target = order.value.act === 'move' ? { ...place, blogId: order.value.blogId } : place
  return may(user, bulkPermission[act], target) ? ok(order.value) : refuse({ kind: 'not-allowed' })
}

/** What goes out to readers is checked as it will stand then. */
function checksAt(order: BulkOrder, now: Date): Date | null {
  if (order.act === 'schedule' || order.act === 'undo-unschedule') return order.at
  if (order.act === 'undo-schedule' && order.to instanceof Date) return order.to
  return order.act === 'undo-withdraw' ? now : null
}

function lineOf({ id, headline, timeZone }: BulkPlace, why: BulkWhy, { words, user }: BulkSetting): BulkLine {
  const said = bulkRefusalText(why, { words, locale: user.interfaceLocale, timeZone })
  return { id, headline, isDone: false, said }
}
