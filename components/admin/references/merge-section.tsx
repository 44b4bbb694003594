import type { FormState } from '#lib/domain/form-state.ts'
import { type MergeForecast, seenOfForecast } from '#lib/domain/sections/reference.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmAct } from '../ui/confirm-act.client.tsx'
import { Select } from '../ui/select.tsx'

type Action = (state: FormState, form: FormData) => Promise<FormState>

type Props = {
  readonly area: 'topics' | 'contributors'
  readonly id: number
  readonly others: readonly { readonly id: number; readonly name: string }[]
  /** Set once the other one was chosen. */
  readonly forecast: MergeForecast | null
  /** Where each of them stands for readers. */
  readonly pathOf: (slug: string) => string
  readonly merge: Action
  readonly words: AdminWords
  readonly form: { readonly working: string; readonly problems: string }
}

/** Asks twice: first which one, then, with what exactly will happen, whether. */
export function MergeSection({ area, id, others, forecast, pathOf, merge, words, form }: Props) {
  if (others.length === 0) return null
  return (
    <section className="ruled">
      <h2>{words('references.merge')}</h2>
      <p>{words(`references.${area}.mergeText`)}</p>
      <form className="form" action={`/admin/${area}/${id}`}>
        <Select
          name="into"
          label={words('references.mergeInto')}
          options={others.map((other) => ({ value: String(other.id), label: other.name }))}
          value={forecast ? String(forecast.into.id) : undefined}
        />
        <div className="row">
          <Button>{words('references.mergeAsk')}</Button>
        </div>
      </form>
      {forecast && (
        <ConfirmAct
          id="merge"
          key={forecast.into.id}
          action={merge}
          title={words('references.mergeTitle', { from: forecast.from.name, into: forecast.into.name })}
          consequences={consequencesOf(forecast, pathOf, words)}
          confirm={words('references.mergeConfirm')}
          submit={words('references.mergeSubmit')}
          close={words('shell.form.close')}
          hidden={{ id: String(id), into: String(forecast.into.id), seen: seenOfForecast(forecast) }}
          words={form}
        />
      )}
    </section>
  )
}

function consequencesOf(
  { from, into, articleCount, bothCount, ...rest }: MergeForecast,
  pathOf: Props['pathOf'],
  words: AdminWords,
): readonly string[] {
  return [
    words('references.mergeMoves', { count: articleCount, from: from.name, into: into.name }),
    ...(bothCount > 0 ? [words('references.mergeBoth', { count: bothCount })] : []),
    ...(rest.unsavedCount > 0 ? [words('references.mergeUnsaved', { count: rest.unsavedCount, into: into.name })] : []),
    ...(rest.blogCount > 0 ? [words('references.mergeBlogs', { count: rest.blogCount, into: into.name })] : []),
    words('references.mergeAddress', { from: pathOf(from.slug), into: pathOf(into.slug) }),
    ...(rest.formerCount > 0 ? [words('references.mergeFormers', { count: rest.formerCount })] : []),
    ...(rest.keyCount > 0 ? [words('references.mergeKeys', { count: rest.keyCount, into: into.name })] : []),
    ...(rest.counterpartCount > 0 ? [words('references.mergeCounterparts', { count: rest.counterpartCount })] : []),
    words('references.mergeGone', { from: from.name }),
  ]
}
