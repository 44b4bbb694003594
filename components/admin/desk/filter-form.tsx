import { type ArticleFilter, dueFilters, listedStates } from '#lib/domain/lists/article-line.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { type Option, Select } from '../ui/select.tsx'

export type FilterChoices = Readonly<Record<'editions' | 'blogs' | 'topics' | 'authors', readonly Option[]>>

type Props = { readonly filter: ArticleFilter; readonly choices: FilterChoices; readonly words: AdminWords }

/** A plain form: the filters are the address, so a list can be kept as a bookmark and sent to a colleague. */
export function FilterForm({ filter, choices, words }: Props) {
  const some = Object.values(filter).some((value) => value !== null)
  const id = (value: number | null) => (value === null ? '' : String(value))
  const states = listedStates.map((state) => ({
    value: state,
    label: state === 'pending' ? words('desk.list.pending') : words(`editor.state.${state}`),
  }))
  const dues = dueFilters.map((due) => ({
    value: due,
    label: words(`board.deadline.${due === 'soon' ? 'isSoon' : 'isOverdue'}`),
  }))
  const select = (name: string, label: string, everything: string, options: readonly Option[], value: string) => (
    <Select name={name} label={label} options={[{ value: '', label: everything }, ...options]} value={value} />
  )
  return (
    <search>
      <form className="filters" action="/admin/articles" aria-label={words('desk.list.filters')}>
        <Field name="text" type="search" label={words('desk.list.search')} value={filter.text ?? ''} />
        {select('state', words('desk.list.state'), words('desk.list.anyState'), states, filter.state ?? '')}
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
          {some && (
            <ButtonLink href="/admin/articles" kind="quiet">
              {words('desk.list.clear')}
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  )
}
