import { Moment } from '#components/reader/moment.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { BreakingAlert } from '#lib/domain/edition.ts'
import { articlePath } from '#lib/site/urls.ts'

/** A landmark while an alert runs, nothing at all while none does. Not a live region: it is news once, not on each page. */
export function BreakingStrip({ alert, setting }: { readonly alert: BreakingAlert | null; readonly setting: Setting }) {
  if (!alert) return null
  const { edition, words } = setting
  return (
    <section className="alert" aria-label={words('breaking.label')}>
      <p>
        <b>{words('breaking.label')}</b>
        {alert.article ? <a href={articlePath(edition, alert.article)}>{alert.text}</a> : <span>{alert.text}</span>}
        <Moment at={alert.startsAt} shape="shortDate" setting={setting} />
      </p>
    </section>
  )
}
