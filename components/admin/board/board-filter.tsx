import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
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
  return (
    <search>
      <form className="filters" action="/admin/board" aria-label={words('board.filters')}>
        <Select name="desk" label={words('board.place')} options={desks} value={desk} />
        <Select name="author" label={words('board.who')} options={authors} value={author} />
        <Checkbox name="overdue" value="yes" label={words('board.onlyOverdue')} isChecked={isOverdueOnly} />
        <div className="row">
          <Button kind="primary">{words('board.show')}</Button>
        </div>
      </form>
    </search>
  )
}
