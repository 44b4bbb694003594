import { z } from 'zod'
import { type CalendarView, calendarViews, type Day, isDay } from '#lib/domain/publishing/calendar.ts'
import { optionalRowId, rowId } from '#lib/input/form-fields.ts'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

export type CalendarQuery = {
  readonly editionId: number | null
  readonly blogId: number | null
  readonly view: CalendarView
  readonly on: Day | null
}

/** What an address asks of the calendar; what makes no sense is as if it were not there. */
export function parseCalendarQuery({ edition, blog, view, on }: Query): CalendarQuery {
  return {
    editionId: idIn(edition),
    blogId: idIn(blog),
    view: calendarViews.find((one) => one === view) ?? 'week',
    on: typeof on === 'string' && isDay(on) ? on : null,
  }
}

/** What of the calendar an address of one's own is to show. */
export const calendarFeedForm = z.object({ edition: rowId, blog: optionalRowId })
export const calendarFeedIdForm = z.object({ feed: rowId })

function idIn(value: Query[string]): number | null {
  return rowId.safeParse(value).data ?? null
}
