'use server'

import { revalidatePath } from 'next/cache'
import { badForm } from '#lib/actions/support/action-words.ts'
import { refusedDesk } from '#lib/actions/support/stage-words.ts'
import { requireSignedIn, requireUser } from '#lib/auth/session.ts'
import {
  addStage,
  changeStage,
  firstStages,
  orderStages,
  removeStage,
  seenOfStage,
} from '#lib/domain/desk/stage-changes.ts'
import { done, type FormState } from '#lib/domain/form-state.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { type Result, refuse } from '#lib/domain/result.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import {
  deskForm,
  deskKey,
  newStageForm,
  removeStageForm,
  stageForm,
  stageOrderForm,
} from '#lib/input/sections/stage-forms.ts'
import { beginDesk, changeDesk, type DeskChange, type DeskRefusal, resetDesk } from '#lib/store/desks/change-desk.ts'
import type { DeskPlace } from '#lib/store/desks/desk-stages.ts'
import { findDeskPlace } from '#lib/store/desks/desks-admin.ts'

/** Gives a desk stages of its own: those that hold there now, to begin with. */
export async function beginStages(_: FormState, form: FormData): Promise<FormState> {
  const { place, user, words } = await requireDesk(form)
  const input = parseForm(deskForm, form)
  if (!input.ok || !place) return refusedDesk({ kind: 'missing' }, form, words)
  const names = {
    draft: words('stages.builtIn.draft'),
    in_review: words('stages.builtIn.in_review'),
    approved: words('stages.builtIn.approved'),
  }
  const begun = await beginDesk(changeOf('begin', { place, user }), firstStages(names))
  return answer(begun, { said: 'begin', form, words })
}

export async function addDeskStage(_: FormState, form: FormData): Promise<FormState> {
  const { place, user, words } = await requireDesk(form)
  const input = parseForm(newStageForm, form)
  if (!input.ok) return badForm(input.error, words)
  if (!place) return refusedDesk({ kind: 'missing' }, form, words)
  const { desk: _desk, ...stage } = input.value
  const added = await changeDesk(changeOf('add', { place, user }, stage), (desk) => addStage(desk, stage))
  return answer(added, { said: 'add', form, words })
}

/** Saves a stage. Its rules hold for the next move, also of articles that stand in it; into another state these go along. */
export async function saveDeskStage(_: FormState, form: FormData): Promise<FormState> {
  const { place, user, words } = await requireDesk(form)
  const input = parseForm(stageForm, form)
  if (!input.ok) return badForm(input.error, words)
  if (!place) return refusedDesk({ kind: 'missing' }, form, words)
  const { desk: _desk, seen, id, ...stage } = input.value
  const change = { ...changeOf('change', { place, user }, { id, ...stage }), user }
  const saved = await changeDesk(change, (desk) => {
    const before = desk.find((one) => one.id === id)
    return before && seenOfStage(before) === seen ? changeStage(desk, id, stage) : refuse({ kind: 'stale' })
  })
  return answer(saved, { said: 'save', form, words })
}

/** Deletes a stage; the articles in it go to another one of its state. */
export async function removeDeskStage(_: FormState, form: FormData): Promise<FormState> {
  const { place, user, words } = await requireDesk(form)
  const input = parseForm(removeStageForm, form)
  if (!input.ok) return badForm(input.error, words)
  if (!place) return refusedDesk({ kind: 'missing' }, form, words)
  const { id, into: intoId } = input.value
  const change = { ...changeOf('remove', { place, user }, { id, intoId }), intoId }
  const removed = await changeDesk(change, (desk) => removeStage(desk, { id, intoId }))
  return answer(removed, { said: 'remove', form, words })
}

/** Puts the stages of a state in another order. */
export async function orderDeskStages(_: FormState, form: FormData): Promise<FormState> {
  const { place, user, words } = await requireDesk(form)
  const input = parseForm(stageOrderForm, form)
  if (!input.ok) return refusedDesk({ kind: 'stale' }, form, words)
  if (!place) return refusedDesk({ kind: 'missing' }, form, words)
  const { state, ids } = input.value
  const ordered = await changeDesk(changeOf('order', { place, user }, { state, ids }), (desk) =>
    orderStages(desk, state, ids),
  )
  return answer(ordered, { said: 'order', form, words })
}

/** Deletes all stages of a desk. */
export async function resetStages(_: FormState, form: FormData): Promise<FormState> {
  const { place, user, words } = await requireDesk(form)
  const input = parseForm(deskForm, form)
  if (!input.ok || !place) return refusedDesk({ kind: 'missing' }, form, words)
  return answer(await resetDesk(changeOf('reset', { place, user })), { said: 'reset', form, words })
}

type Asked = { readonly place: DeskPlace | null; readonly user: SignedIn; readonly words: AdminWords }

/** Whoever may change the stages of the desk that the form names; anyone else gets the sign-in page or 403. */
async function requireDesk(form: FormData): Promise<Asked> {
  await requireSignedIn()
  const key = deskKey.safeParse(form.get('desk'))
  const place = key.success ? await findDeskPlace(key.data) : null
  const scope = place ? { editionId: place.editionId, ...(place.blogId !== null && { blogId: place.blogId }) } : {}
  const user = await requireUser('stage.edit', scope)
  return { place, user, words: adminWords(user.interfaceLocale) }
}

function changeOf(
  action: string,
  { place, user }: { readonly place: DeskPlace; readonly user: SignedIn },
  details: DeskChange['details'] = {},
): DeskChange {
  return { place, by: { name: user.name }, action, details, now: new Date() }
}

type Said = 'begin' | 'add' | 'save' | 'order' | 'remove' | 'reset'

function answer(
  changed: Result<void, DeskRefusal>,
  { said, form, words }: { readonly said: Said; readonly form: FormData; readonly words: AdminWords },
): FormState {
  if (!changed.ok) return refusedDesk(changed.error, form, words)
  revalidatePath('/admin/stages', 'layout')
  return done(words(`stages.done.${said}`))
}
