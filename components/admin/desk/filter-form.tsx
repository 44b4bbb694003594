import { type ArticleFilter, dueFilters, listedStates } from '#lib/domain/lists/article-line.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Filters } from '../ui/filters.tsx'
import { type Option, Select } from '../ui/select.tsx'

export type FilterChoices = Readonly<Record<'editions' | 'blogs' | 'stages' | 'topics' | 'authors', readonly Option[]>>

type Props = { readonly filter: ArticleFilter; readonly choices: FilterChoices; readonly words: AdminWords }

export function FilterForm({ filter, choices, words }: Props) {
  const active = Object.values(filter).filter((value) => value !== null).length
  const id = (value: number | null) => (value === null ? '' : String(value))
  const states = listedStates.map((state) => ({
    value: state,
    label: state === 'pending' ? words('desk.list.pending') : words(`editor.state.${state}`),
  }))
  const dues = dueFilters.map((due) => ({
    value: due,
    label: words(`board.deadline.${due === 'soon' ? 'isSoon' : 'isOverdue'}`),
  }))
  const select = (name: string, label: string, everything: string, options: readonly Option[], value: string) => {
    // A blog of another edition, a topic that was merged: what keeps the list empty is seen, and taken back where it stands.
    const isOffered = value === '' || options.some((option) => option.value === value)
    const other = isOffered ? [] : [{ value, label: words('desk.list.notOffered') }]
    return (
      <Select
        name={name}
        label={label}
        options={[{ value: '', label: everything }, ...options, ...other]}
        value={value}
      />
    )
  }
  return (
    <Filters action="/admin/articles" label={words('desk.list.filters')} active={active} words={words}>
      <Field name="text" type="search" label={words('desk.list.search')} value={filter.text ?? ''} />
      {select('state', words('desk.list.state'), words('desk.list.anyState'), states, filter.state ?? '')}
      {(choices.stages.length > 0 || filter.stageId !== null) &&
        select(
          ...(['stage', words('stages.panel.filter'), words('stages.panel.any')] as const),
          ...([choices.stages, id(filter.stageId)] as const),
        )}
      {select('due', words('board.deadline.title'), words('board.deadline.any'), dues, filter.due ?? '')}
      {select(
        ...(['edition', words('desk.list.edition'), words('desk.list.anyEdition')] as const),
        ...([choices.editions, id(filter.editionId)] as const),
      )}
      {select(
        ...(['blog', words('desk.list.blog'), words('desk.list.anyBlog')] as const),
        ...([choices.blogs, id(filter.blogId)] as const),
      )}
      {select(
        ...(['topic', words('desk.list.topic'), words('desk.list.anyTopic')] as const),
        ...([choices.topics, id(filter.topicId)] as const),
      )}
      {select(
        ...(['author', words('desk.list.author'), words('desk.list.anyAuthor')] as const),
        ...([choices.authors, filter.authorId ?? ''] as const),
      )}
      <div className="row">
        <Button kind="primary">{words('desk.list.apply')}</Button>
        {active > 0 && (
          <ButtonLink href="/admin/articles" kind="quiet">
            {words('desk.list.clear')}
          </ButtonLink>
        )}
      </div>
    </Filters>
  )
}
