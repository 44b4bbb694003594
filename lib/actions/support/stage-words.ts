import { stageLimits } from '#lib/domain/desk/stage-changes.ts'
import { type FormState, rejected } from '#lib/domain/form-state.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { typedIn } from '#lib/input/parse-form.ts'
import type { DeskRefusal } from '#lib/store/desks/change-desk.ts'

/** Why the stages of a desk stay as they are, beside the field that it is about; what was typed stays. */
export function refusedDesk({ kind }: DeskRefusal, form: FormData, words: AdminWords): FormState {
  const said = words(`stages.refusal.${kind}`, { most: stageLimits.stages })
  return rejected({ [fieldOf(kind)]: [said] }, typedIn(form))
}

function fieldOf(kind: DeskRefusal['kind']): string {
  if (kind === 'name-taken') return 'name'
  return kind === 'none-releases' ? 'releases' : 'form'
}
