import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { ButtonLink } from '../ui/button.tsx'
import type { CounterpartField } from './reference-fields.ts'

type Props = {
  readonly area: 'topics' | 'contributors'
  readonly id: number
  readonly counterparts: readonly CounterpartField[]
  readonly words: AdminWords
}

/** Leads to what stands for it in other editions, or to a form that makes it there. */
export function AddElsewhere({ area, id, counterparts, words }: Props) {
  if (counterparts.length === 0) return null
  return (
    <section className="ruled">
      <h2>{words('references.elsewhere')}</h2>
      <div className="row">
        {counterparts.map(({ edition, current, choices }) => (
          <ButtonLink
            key={edition.id}
            href={
              current === null
                ? `/admin/${area}/new?edition=${edition.id}&counterpart=${id}`
                : `/admin/${area}/${current}`
            }
          >
            {current === null
              ? words('references.addIn', { language: languageName(edition.locale) })
              : `${languageName(edition.locale)}: ${choices.find((choice) => choice.id === current)?.name ?? ''}`}
          </ButtonLink>
        ))}
      </div>
    </section>
  )
}
