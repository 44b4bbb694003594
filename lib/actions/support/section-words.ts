import { type FormState, type FormValues, rejected } from '#lib/domain/form-state.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import type { BadForm } from '#lib/input/parse-form.ts'
import { badForm } from './action-words.ts'

/** The text stands beside the form, in its editor, which keeps it: what is wrong with it is said of the whole form. */
export function badSection({ errors, values }: BadForm, words: AdminWords): FormState {
  const { body, ...others } = errors
  const typed = withoutBody(values)
  const state = badForm({ errors: others, values: typed }, words)
  if (!body || state.kind !== 'rejected') return state
  const problem = words(body.includes('required') ? 'sections.noText' : 'sections.badText')
  return rejected({ ...state.errors, form: [problem] }, typed)
}

/** A refusal that keeps what was typed. */
export function refusedSection(message: string, form: FormData): FormState {
  const fields = [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
  return rejected({ form: [message] }, withoutBody(Object.fromEntries(fields)))
}

function withoutBody({ body: _, ...others }: FormValues): FormValues {
  return others
}
