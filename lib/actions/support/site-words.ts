import { badForm } from '#lib/actions/support/action-words.ts'
import { refusedSection } from '#lib/actions/support/section-words.ts'
import { type FormState, rejected } from '#lib/domain/form-state.ts'
import type { EditionRefusal } from '#lib/domain/site/edition-change.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import type { BadForm } from '#lib/input/parse-form.ts'

const named = ['key-shape', 'zone', 'language'] as const

/** What is wrong with a form about an edition or the site; some of it has words of its own. */
export function badSiteForm(bad: BadForm, words: AdminWords): FormState {
  const state = badForm(bad, words)
  if (state.kind !== 'rejected') return state
  const own = Object.entries(bad.errors).flatMap(([field, codes]) => {
    const code = named.find((one) => codes.includes(one))
    return code ? [[field, [words(`site.refusals.${code}`)]] as const] : []
  })
  return rejected({ ...state.errors, ...Object.fromEntries(own) }, state.values)
}

/** Why it was not done, beside the prefix where it is about that; what was typed stays. */
export function refusedEdition({ kind }: EditionRefusal, form: FormData, words: AdminWords): FormState {
  const state = refusedSection(words(`site.refusals.${kind}`), form)
  const isAboutKey = kind === 'key-taken' || kind === 'key-reserved'
  return isAboutKey && state.kind === 'rejected' ? rejected({ key: state.errors.form ?? [] }, state.values) : state
}
