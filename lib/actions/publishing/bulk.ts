'use server'

import { askAgain } from '#lib/actions/support/ask-again.ts'
import { wasOf } from '#lib/actions/support/bulk/bulk-order.ts'
import { type BulkDone, type BulkSetting, findBulkGround, takeBulkStep } from '#lib/actions/support/bulk/bulk-step.ts'
import { bulkRefusalText } from '#lib/actions/support/bulk/bulk-words.ts'
import { sayErrors } from '#lib/actions/support/publishing-words.ts'
import { requireSignedIn, requireUserAnywhere } from '#lib/auth/session.ts'
import type { FormValues } from '#lib/domain/form-state.ts'
import { type BulkState, bringingBulkActs, bulkPermission } from '#lib/domain/publishing/bulk.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { bulkForm } from '#lib/input/articles/bulk-form.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { type BulkPlace, listBulkPlaces } from '#lib/store/finding/bulk-places.ts'

/**
 * One act on several articles, each in a transaction of its own: what one is refused keeps none of the others. The answer says
 * of each what came of it.
 */
export async function carryOutBulk(_: BulkState, form: FormData): Promise<BulkState> {
  const person = await requireSignedIn()
  const words = adminWords(person.interfaceLocale)
  const input = parseForm(bulkForm, form)
  if (!input.ok) {
    const { errors, values } = input.error
    if (errors.act || errors.item)
      return { kind: 'refused', refusal: { kind: 'invalid', message: words('bulk.invalid') } }
    const voice = { words, locale: person.interfaceLocale, timeZone: 'UTC' }
    return { kind: 'rejected', errors: sayErrors(errors, voice), values }
  }
  const { act, item: items, reason, ...choices } = input.value
  const user = await requireUserAnywhere(bulkPermission[act])
  const asking = bringingBulkActs.includes(act) ? await askAgain(user, 'publishing', form) : null
  if (asking) return asking
  const setting = {
    act,
    choices,
    reason,
    ground: await findBulkGround(choices, blogsOf(items)),
    user,
    words,
    now: new Date(),
  }
  const places = new Map((await listBulkPlaces(items.map(({ id }) => id))).map((place) => [place.id, place]))
  const done: BulkDone[] = []
  for (const item of items) {
    const place = places.get(item.id)
    // What somebody may not even see is as if it were not there.
    if (place) done.push(await tryStep(place, item, setting))
  }
  return resultOf(done, setting)
}

/** A bug or a database that went away in the middle: this article is as it was, and those before it are told of all the same. */
async function tryStep(
  place: BulkPlace,
  item: { readonly version: number; readonly was: string | null },
  setting: BulkSetting,
): Promise<BulkDone> {
  try {
    return await takeBulkStep(place, item, setting)
  } catch (error) {
    console.error('A step on several articles failed', error)
    const voice = { words: setting.words, locale: setting.user.interfaceLocale, timeZone: place.timeZone }
    const said = bulkRefusalText({ kind: 'failed' }, voice)
    return { line: { id: place.id, headline: place.headline, isDone: false, said }, undo: null }
  }
}

/** On the way back from a move, what an item leads to is a blog. */
function blogsOf(items: readonly { readonly was: string | null }[]): readonly number[] {
  return items.flatMap(({ was }) => (was && /^\d{1,9}$/.test(was) ? [Number(was)] : []))
}

function resultOf(done: readonly BulkDone[], { act, choices, words }: BulkSetting): BulkState {
  const fields: FormValues = choices.topic === undefined ? {} : { topic: String(choices.topic) }
  const count = done.filter(({ line }) => line.isDone).length
  const left = done.length - count
  const said = [
    ...(count > 0 ? [words(`bulk.done.${act}`, { count })] : []),
    ...(left > 0 ? [words('bulk.left', { count: left })] : []),
  ].join(' ')
  const ways = done.flatMap(({ line, undo }) => (undo ? [{ id: line.id, ...undo }] : []))
  const back = ways[0]?.order.act
  const items = ways.map(({ id, version, order }) =>
    [id, version, wasOf(order)].filter((part) => part !== null).join(':'),
  )
  return { kind: 'result', said, lines: done.map(({ line }) => line), undo: back ? { act: back, items, fields } : null }
}
