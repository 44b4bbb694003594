import { refusedSection } from '#lib/actions/support/section-words.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import { rejected } from '#lib/domain/form-state.ts'
import { may, type SignedIn } from '#lib/domain/people/permissions.ts'
import type { ReferenceKind, ReferenceRefusal } from '#lib/domain/sections/reference.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { counterpartsOf } from '#lib/input/references/reference-forms.ts'
import type { CounterpartChoice } from '#lib/store/references/counterparts.ts'

/** Why it was not done, beside the address where it is about that; what was typed stays. */
export function refusedReference(refusal: ReferenceRefusal, form: FormData, words: AdminWords): FormState {
  const name = refusal.kind === 'picture-barred' ? refusal.fileName : ''
  const state = refusedSection(words(`references.refusals.${refusal.kind}`, { name }), form)
  if (refusal.kind !== 'slug-taken' || state.kind !== 'rejected') return state
  return rejected({ slug: state.errors.form ?? [] }, state.values)
}

/** The counterparts that this person may tie: what they may not change elsewhere stays as it is. */
export function permittedCounterparts(
  kind: ReferenceKind,
  form: FormData,
  user: SignedIn,
): readonly CounterpartChoice[] {
  return counterpartsOf(form).filter(({ editionId }) => may(user, `${kind}.edit`, { editionId }))
}
