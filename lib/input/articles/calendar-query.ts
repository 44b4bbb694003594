import { type CalendarView, calendarViews, type Day, isDay } from '#lib/domain/publishing/calendar.ts'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

export type CalendarQuery = {
  readonly editionId: number | null
  readonly view: CalendarView
  readonly on: Day | null
}

/** What an address asks of the calendar; what makes no sense is as if it were not there. */
export function parseCalendarQuery({ edition, view, on }: Query): CalendarQuery {
  return {
    editionId: typeof edition === 'string' && /^[1-9]\d{0,8}$/.test(edition) ? Number(edition) : null,
    view: calendarViews.find((one) => one === view) ?? 'week',
    on: typeof on === 'string' && isDay(on) ? on : null,
  }
}
