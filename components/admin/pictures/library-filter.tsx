import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { libraryFields } from '#lib/input/picture-forms.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Filters } from '../ui/filters.tsx'
import { Select } from '../ui/select.tsx'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>
type Props = { readonly query: Query; readonly locales: readonly string[]; readonly words: AdminWords }

export function LibraryFilterForm({ query, locales, words }: Props) {
  const value = (name: (typeof libraryFields)[number]) => (typeof query[name] === 'string' ? query[name] : '')
  const active = libraryFields.filter((name) => value(name) !== '').length
  return (
    <Filters action="/admin/pictures" active={active} words={words}>
      <Field name="text" type="search" label={words('pictures.list.search')} value={value('text')} />
      <Field name="credit" label={words('pictures.list.credit')} value={value('credit')} />
      <Field name="from" type="date" label={words('pictures.list.from')} value={value('from')} />
      <Field name="until" type="date" label={words('pictures.list.until')} value={value('until')} />
      <Select
        name="lacks"
        label={words('pictures.list.lacks')}
        value={value('lacks')}
        options={[
          { value: '', label: words('pictures.list.anyLanguage') },
          ...locales.map((locale) => ({ value: locale, label: languageName(locale) })),
        ]}
      />
      <Select
        name="rights"
        label={words('pictures.list.rights')}
        value={value('rights')}
        options={[
          { value: '', label: words('pictures.list.anyRights') },
          { value: 'expired', label: words('pictures.bar.expired') },
          { value: 'no-reuse', label: words('pictures.bar.no-reuse') },
        ]}
      />
      <div className="row">
        <Button kind="primary">{words('pictures.list.filter')}</Button>
        <ButtonLink href="/admin/pictures" kind="quiet">
          {words('pictures.list.clear')}
        </ButtonLink>
      </div>
    </Filters>
  )
}

/** The same question, on one side of a place in its list. */
export function libraryAddress(query: Query, side: 'before' | 'after', cursor: string): string {
  const kept = new URLSearchParams()
  for (const name of libraryFields) {
    const value = query[name]
    if (typeof value === 'string' && value) kept.set(name, value)
  }
  kept.set(side, cursor)
  return `/admin/pictures?${kept}`
}
