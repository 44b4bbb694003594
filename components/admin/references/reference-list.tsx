import type { Edition } from '#lib/domain/edition.ts'
import type { ReferenceLine } from '#lib/domain/sections/reference.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Filters } from '../ui/filters.tsx'
import { Select } from '../ui/select.tsx'
import { Table } from '../ui/table.tsx'

type Props = {
  readonly area: 'topics' | 'contributors'
  readonly lines: readonly ReferenceLine[]
  readonly total: number
  readonly edition: Edition
  readonly editions: readonly Edition[]
  readonly text: string
  readonly words: AdminWords
}

/** Topics or contributors of one edition, with how many articles have them, and a search: the address keeps both. */
export function ReferenceList({ area, lines, total, edition, editions, text, words }: Props) {
  return (
    <div className="stack">
      <Filters action={`/admin/${area}`} label={words('references.search')} active={text === '' ? 0 : 1} words={words}>
        <Field name="text" type="search" label={words('references.search')} value={text} />
        <Select
          name="edition"
          label={words('references.edition')}
          options={editions.map(({ id, locale }) => ({ value: String(id), label: languageName(locale) }))}
          value={String(edition.id)}
        />
        <div className="row">
          <Button kind="primary">{words('references.show')}</Button>
        </div>
      </Filters>
      {lines.length === 0 ? (
        <EmptyState
          title={text ? words('references.nothing') : words(`references.${area}.none`)}
          text={text ? words('references.nothingText') : words(`references.${area}.noneText`)}
        />
      ) : (
        <Table
          caption={words(`references.${area}.title`)}
          columns={[
            { key: 'name', title: words('references.name') },
            { key: 'slug', title: words('references.slug') },
            { key: 'articles', title: words('references.articles'), isNumber: true },
            { key: 'listed', title: words('references.listed'), isNumber: true },
          ]}
          rows={lines.map(({ id, name, slug, articleCount, listedCount }) => ({
            key: String(id),
            cells: {
              name: (
                <a href={`/admin/${area}/${id}`} lang={edition.locale} dir={edition.direction}>
                  {name}
                </a>
              ),
              slug: <bdi>{slug}</bdi>,
              articles: articleCount,
              listed: listedCount,
            },
          }))}
        />
      )}
      {total > lines.length && (
        <p className="hint">{words('references.more', { total, shown: String(lines.length) })}</p>
      )}
    </div>
  )
}
