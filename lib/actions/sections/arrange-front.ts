'use server'

import { revalidatePath } from 'next/cache'
import { askAgain } from '#lib/actions/support/ask-again.ts'
import { admittedUser, requireSignedIn, requireUser } from '#lib/auth/session.ts'
import { done, type FormState, refused } from '#lib/domain/form-state.ts'
import { may } from '#lib/domain/people/permissions.ts'
import type { FrontChoice } from '#lib/domain/sections/front-slots.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { rowId } from '#lib/input/form-fields.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { frontForm, frontQuestion } from '#lib/input/sections/front-form.ts'
import { changeFront, type FrontRefusal } from '#lib/store/sections/change-front.ts'
import { keepFrontDraft } from '#lib/store/sections/front-draft.ts'
import { findArrangedFront, findFrontChoices, listHeadlines } from '#lib/store/sections/fronts-admin.ts'

/** Puts a front as it was arranged before readers. What stands in the list stays there when this is refused. */
export async function publishFront(_: FormState, form: FormData): Promise<FormState> {
  const words = adminWords((await requireSignedIn()).interfaceLocale)
  const id = rowId.safeParse(form.get('edition'))
  const user = await requireUser('front.arrange', id.success ? { editionId: id.data } : {})
  const asking = await askAgain(user, 'publishing', form)
  if (asking) return asking
  const input = parseForm(frontForm, form)
  const front = id.success ? await findArrangedFront(id.data) : null
  if (!input.ok || !front) return refused('invalid', words('fronts.refusals.invalid'))
  const { edition: editionId, version } = input.value
  const { slots } = input.value
  const changed = await changeFront({ editionId, version, slots, by: { name: user.name }, now: new Date() })
  if (!changed.ok) {
    // What was arranged stays, and another press is about what readers see by now.
    if (changed.error.kind === 'stale') revalidatePath('/admin/fronts', 'layout')
    const name = await namedBy(changed.error, editionId)
    return refused(changed.error.kind, words(`fronts.refusals.${changed.error.kind}`, { name }))
  }
  revalidatePath('/admin/fronts', 'layout')
  return done(words('fronts.published'))
}

/** What a refusal is about: the front of somebody who was faster, articles, or a picture. */
async function namedBy(refusal: FrontRefusal, editionId: number): Promise<string> {
  switch (refusal.kind) {
    case 'stale':
      return ((await findArrangedFront(editionId))?.slots ?? [])
        .filter(({ isPublic }) => isPublic)
        .map(({ headline, article }) => headline || article.headline)
        .join(' · ')
    case 'not-public':
      return (await listHeadlines(refusal.articleIds, editionId)).join(' · ')
    case 'picture-missing':
      return ''
    default:
      return refusal.fileName
  }
}

/** Keeps a front as it was arranged for its preview; null where that is not theirs. Readers go on seeing the published one. */
export async function keepFront(asked: { readonly edition: string; readonly slots: string }): Promise<'kept' | null> {
  const user = await admittedUser()
  const input = frontForm.safeParse({ ...asked, version: '0' })
  if (!user || !input.success || !may(user, 'front.arrange', { editionId: input.data.edition })) return null
  await keepFrontDraft({
    ...{ editionId: input.data.edition, userId: user.id, slots: input.data.slots, now: new Date() },
  })
  return 'kept'
}

/** What can be put on a front: what readers of its edition can read. */
export async function findForFront(question: {
  readonly editionId: number
  readonly text: string
}): Promise<readonly FrontChoice[]> {
  const user = await admittedUser()
  const asked = frontQuestion.safeParse(question)
  if (!user || !asked.success) return []
  const { editionId, text } = asked.data
  return may(user, 'front.arrange', { editionId }) ? findFrontChoices({ editionId, text }) : []
}
