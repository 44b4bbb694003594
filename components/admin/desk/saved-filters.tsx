import { filterLimits, type SavedFilter } from '#lib/domain/lists/saved-filter.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { ActionForm, type FormField } from '../ui/action-form.client.tsx'
import { Tabs } from '../ui/tabs.tsx'
import type { FormAction } from './form-action.ts'

type Props = {
  readonly filters: readonly SavedFilter[]
  /** What the list is filtered by now, in the form in which filters are kept; empty for the whole list. */
  readonly query: string
  /** Has just been deleted: its name stands in the form, so that one press saves it again. */
  readonly removed: string | null
  readonly mayShare: boolean
  readonly actions: { readonly save: FormAction; readonly rename: FormAction; readonly remove: FormAction }
  readonly words: AdminWords
}

/** Lists of articles that somebody keeps under a name: tabs over the list, with what can be done about the one at hand. */
export function SavedFilters({ filters, query, removed, mayShare, actions, words }: Props) {
  const current = filters.find((filter) => filter.query === query)
  const form = { working: words('shell.form.working'), problems: words('shell.form.problems') }
  return (
    <div className="saved-filters">
      {filters.length > 0 && (
        <Tabs
          label={words('finding.filters.label')}
          tabs={[
            { href: '/admin/articles', label: words('finding.filters.all'), isCurrent: query === '' },
            ...filters.map(({ id, name, query: of, isShared }) => ({
              href: `/admin/articles?${of}`,
              label: isShared ? `${name} (${words('finding.filters.ofAll')})` : name,
              isCurrent: id === current?.id,
            })),
          ]}
        />
      )}
      <div className="row">
        {query !== '' && (
          <details key={`save-${query}`} open={removed !== null}>
            <summary>{words('finding.filters.save')}</summary>
            <ActionForm
              id="save-filter"
              action={actions.save}
              hidden={{ query }}
              fields={[nameField(words, removed ?? ''), ...(mayShare ? [sharedField(words)] : [])]}
              submit={words('finding.filters.submit')}
              words={form}
            />
          </details>
        )}
        {current?.isOwn && (
          <details key={current.id}>
            <summary>{words('finding.filters.manage', { name: current.name })}</summary>
            <ActionForm
              id="rename-filter"
              action={actions.rename}
              hidden={{ id: String(current.id) }}
              fields={[nameField(words, current.name)]}
              submit={words('finding.filters.rename')}
              words={form}
            />
            <ActionForm
              id="remove-filter"
              action={actions.remove}
              hidden={{ id: String(current.id) }}
              fields={[]}
              submit={words('finding.filters.remove', { name: current.name })}
              kind="danger"
              words={form}
            />
          </details>
        )}
      </div>
    </div>
  )
}

function nameField(words: AdminWords, value: string): FormField {
  return {
    ...{ kind: 'input', name: 'name', label: words('finding.filters.name'), hint: words('finding.filters.nameHint') },
    ...{ value, isRequired: true, maxLength: filterLimits.name },
  }
}

function sharedField(words: AdminWords): FormField {
  const option = { value: 'yes', label: words('finding.filters.shared'), hint: words('finding.filters.sharedHint') }
  return { kind: 'checks', name: 'isShared', label: words('finding.filters.label'), options: [option], chosen: [] }
}
