import type { Edition } from '#lib/domain/edition.ts'
import { type CalendarView, calendarViews, type Day, stepped } from '#lib/domain/publishing/calendar.ts'
import { offsetName } from '#lib/domain/publishing/zoned-time.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { formatOf, languageName } from '#lib/i18n/format.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Filters } from '../ui/filters.tsx'
import { Select } from '../ui/select.tsx'

type Blog = { readonly id: number; readonly name: string }

type Props = {
  readonly editions: readonly Edition[]
  readonly edition: Edition
  /** Of the edition, as far as this person sees them. */
  readonly blogs: readonly Blog[]
  readonly blog: Blog | null
  readonly view: CalendarView
  readonly on: Day
  readonly words: AdminWords
  readonly locale: string
  readonly now: Date
}

/** Which days of which edition or blog: a plain form, and a step to either side. The address says it all, so it can be sent to a colleague. */
export function CalendarFilter({ editions, edition, blogs, blog, view, on, words, locale, now }: Props) {
  const place = { edition: String(edition.id), ...(blog && { blog: String(blog.id) }) }
  const href = (day: Day | null) =>
    `/admin/calendar?${new URLSearchParams({ ...place, view, ...(day ? { on: day } : {}) })}`
  const { timeZone } = edition
  const [year = 0, month = 1] = on.split('-').map(Number)
  return (
    <>
      <Filters action="/admin/calendar" label={words('calendar.filters')} active={blog ? 1 : 0} words={words}>
        <Select
          name="edition"
          label={words('calendar.edition')}
          options={editions.map(({ id, locale }) => ({ value: String(id), label: languageName(locale) }))}
          value={String(edition.id)}
        />
        <Select
          name="blog"
          label={words('desk.list.blog')}
          options={[
            { value: '', label: words('desk.list.anyBlog') },
            ...blogs.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          value={blog ? String(blog.id) : ''}
        />
        <Select
          name="view"
          label={words('calendar.view')}
          options={calendarViews.map((value) => ({ value, label: words(`calendar.${value}`) }))}
          value={view}
        />
        <Field name="on" type="date" label={words('calendar.filters')} value={on} dir="ltr" />
        <div className="row">
          <Button kind="primary">{words('calendar.show')}</Button>
        </div>
      </Filters>
      <nav className="calendar-steps" aria-label={words('calendar.title')}>
        <div>
          <h2>{formatOf({ locale, timeZone }).month({ year, month })}</h2>
          <p className="hint">{words('calendar.zone', { zone: timeZone, offset: offsetName(now, timeZone) })}</p>
        </div>
        <div className="row">
          <ButtonLink href={href(stepped(view, on, -1))}>{words('calendar.earlier')}</ButtonLink>
          <ButtonLink href={href(null)}>{words('calendar.today')}</ButtonLink>
          <ButtonLink href={href(stepped(view, on, 1))}>{words('calendar.later')}</ButtonLink>
        </div>
      </nav>
    </>
  )
}
