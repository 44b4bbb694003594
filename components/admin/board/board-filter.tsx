import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Filters } from '../ui/filters.tsx'
import { type Option, Select } from '../ui/select.tsx'

type Props = {
  readonly desks: readonly Option[]
  readonly desk: string
  readonly authors: readonly Option[]
  readonly author: string
  readonly isOverdueOnly: boolean
  readonly words: AdminWords
}

/** Which desk, whose articles: a plain form, so the address says it all and can be kept or sent to a colleague. */
export function BoardFilter({ desks, desk, authors, author, isOverdueOnly, words }: Props) {
  const active = [author, isOverdueOnly].filter(Boolean).length
  return (
    <Filters action="/admin/board" label={words('board.filters')} active={active} words={words}>
      <Select name="desk" label={words('board.place')} options={desks} value={desk} />
      <Select name="author" label={words('board.who')} options={authors} value={author} />
      <Checkbox name="overdue" value="yes" label={words('board.onlyOverdue')} isChecked={isOverdueOnly} />
      <div className="row">
        <Button kind="primary">{words('board.show')}</Button>
      </div>
    </Filters>
  )
}
