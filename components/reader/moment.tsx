import { machineTime } from '#lib/domain/text/dates.ts'
import { formatOf } from '#lib/i18n/format.ts'
import type { Setting } from './setting.ts'

type Shape = 'date' | 'shortDate' | 'dateTime' | 'dateTimeZone' | 'time'

/** A time as readers write it and as machines do, both in the edition's zone. */
export function Moment({
  at,
  shape,
  setting,
}: {
  readonly at: Date
  readonly shape: Shape
  readonly setting: Setting
}) {
  const { edition } = setting
  return <time dateTime={machineTime(at, edition.timeZone)}>{formatOf(edition)[shape](at)}</time>
}
