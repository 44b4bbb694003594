import { Button } from '#components/admin/ui/button.tsx'
import { Field } from '#components/admin/ui/field.tsx'
import { type Option, Select } from '#components/admin/ui/select.tsx'
import type { BulkChoices } from '#lib/actions/support/bulk/bulk-order.ts'
import type { BulkAct } from '#lib/domain/publishing/bulk.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { formatOf, languageName } from '#lib/i18n/format.ts'
import { type BulkPlace, listBlogChoices, listTopicChoices, type NamedChoice } from '#lib/store/finding/bulk-places.ts'

type ChoiceField =
  | { readonly kind: 'when'; readonly value: string; readonly zones: string }
  | { readonly kind: 'topic' | 'blog'; readonly value: string; readonly options: readonly Option[] }

/** What an act needs to know before it can be said what it would do. */
export type BulkChoice = {
  readonly field: ChoiceField | null
  readonly isMade: boolean
  /** Sent with the act. */
  readonly hidden: Readonly<Record<string, string>>
  /** The choice in words. */
  readonly name: string
}

export async function choiceOf(asked: {
  readonly act: BulkAct
  readonly places: readonly BulkPlace[]
  readonly choices: BulkChoices
  readonly words: AdminWords
  readonly locale: string
}): Promise<BulkChoice> {
  const { act, places, choices, words, locale } = asked
  const ids = places.map(({ id }) => id)
  switch (act) {
    case 'schedule': {
      const { when = '' } = choices
      const zones = [...new Set(places.map(({ timeZone }) => timeZone))].join(', ')
      // The clock as it was typed: each article's edition has its own moment for it.
      const clock = new Date(`${when}:00Z`)
      const name = Number.isNaN(clock.getTime()) ? when : formatOf({ locale, timeZone: 'UTC' }).dateTime(clock)
      return { field: { kind: 'when', value: when, zones }, isMade: when !== '', hidden: { when }, name }
    }
    case 'add-topic':
    case 'remove-topic':
      return named('topic', choices.topic, await listTopicChoices(ids, act), words('bulk.choose.topic'))
    case 'move':
      return named('blog', choices.blog, await listBlogChoices(ids), words('bulk.choose.blog'))
    default:
      return { field: null, isMade: true, hidden: {}, name: '' }
  }
}

function named(kind: 'topic' | 'blog', id: number | undefined, all: readonly NamedChoice[], ask: string): BulkChoice {
  const manyEditions = new Set(all.map(({ editionId }) => editionId)).size > 1
  const label = ({ name, locale }: NamedChoice) => (manyEditions ? `${languageName(locale)} · ${name}` : name)
  const options = [
    { value: '', label: ask },
    ...all.map((choice) => ({ value: String(choice.id), label: label(choice) })),
  ]
  const chosen = all.find((choice) => choice.id === id)
  const value = chosen ? String(chosen.id) : ''
  const hidden: Readonly<Record<string, string>> = { [kind]: value }
  return { field: { kind, value, options }, isMade: chosen !== undefined, hidden, name: chosen?.name ?? '' }
}

type Props = {
  readonly act: BulkAct
  readonly places: readonly BulkPlace[]
  readonly back: string
  readonly field: ChoiceField
  readonly words: AdminWords
}

/** A plain form that leads to the same page: the choice is a part of its address. */
export function ChooseForm({ act, places, back, field, words }: Props) {
  return (
    <form className="form" action="/admin/articles/bulk">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="back" value={back} />
      {places.map(({ id }) => (
        <input key={id} type="hidden" name="article" value={id} />
      ))}
      {field.kind === 'when' ? (
        <Field
          name="when"
          type="datetime-local"
          dir="ltr"
          label={words('bulk.choose.when')}
          hint={words('bulk.choose.whenHint', { zones: field.zones })}
          value={field.value}
          isRequired
        />
      ) : (
        <Select
          name={field.kind}
          label={words(`bulk.choose.${field.kind}`)}
          options={field.options}
          value={field.value}
        />
      )}
      <div className="row">
        <Button kind={field.value ? 'plain' : 'primary'}>{words('bulk.choose.next')}</Button>
      </div>
    </form>
  )
}
