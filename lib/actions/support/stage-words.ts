import { stageLimits } from '#lib/domain/desk/stage-changes.ts'
import { type FormState, rejected } from '#lib/domain/form-state.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { typedIn } from '#lib/input/parse-form.ts'
import type { DeskRefusal } from '#lib/store/desks/change-desk.ts'

/** Why the stages of a desk stay as they are, beside the field that it is about; what was typed stays. */
export function refusedDesk(refusal: DeskRefusal, form: FormData, words: AdminWords): FormState {
  const { kind } = refusal
  const count = 'count' in refusal ? refusal.count : 0
  const said = words(`stages.refusal.${kind}`, { most: stageLimits.stages, count })
  return rejected({ [fieldOf(kind, form)]: [said] }, typedIn(form))
}

function fieldOf(kind: DeskRefusal['kind'], form: FormData): string {
  if (kind === 'name-taken') return 'name'
  if (form.has('state') && (kind === 'last-of-state' || kind.startsWith('along-'))) return 'state'
  return kind === 'none-releases' ? 'releases' : 'form'
}
