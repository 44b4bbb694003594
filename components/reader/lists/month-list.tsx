import type { Setting } from '#components/reader/setting.ts'
import type { Month } from '#lib/domain/lists/listing.ts'
import { formatOf } from '#lib/i18n/format.ts'
import { monthSegment } from '#lib/site/urls.ts'

type Props = {
  /** Newest first. */
  readonly months: readonly Month[]
  readonly pathOf: (month: Month) => string
  readonly setting: Setting
}

/** Every month that has articles, under its year. */
export function MonthList({ months, pathOf, setting }: Props) {
  const format = formatOf(setting.edition)
  const years = Array.from(Map.groupBy(months, (month) => month.year))
  return years.map(([year, ofYear]) => (
    <section key={year} className="months">
      <h2>{format.year(year)}</h2>
      <ul>
        {ofYear.map((month) => (
          <li key={monthSegment(month)}>
            <a href={pathOf(month)}>{format.monthName(month)}</a>
          </li>
        ))}
      </ul>
    </section>
  ))
}
