import type { AdminWords } from '#lib/i18n/admin/words.ts'

type Props = {
  readonly edition: { readonly id: number; readonly isOff: boolean }
  /** Moments that are still to come (lib/store/articles/desk/count-timed.ts). */
  readonly count: number
  readonly words: AdminWords
}

/** What another time zone does to what has its time already: the moments stay, the clock shows another one. */
export function ZoneNote({ edition, count, words }: Props) {
  if (count === 0) return null
  return (
    <p className="hint">
      {words('site.editions.zoneKeeps', { count })} {/* The calendar knows no edition that is off. */}
      {!edition.isOff && <a href={`/admin/calendar?edition=${edition.id}`}>{words('site.editions.zoneCalendar')}</a>}
    </p>
  )
}
