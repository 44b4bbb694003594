import type { Metadata } from 'next'
import { ArticlePicker } from '#components/admin/alerts/article-picker.client.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { Table } from '#components/admin/ui/table.tsx'
import { endAlertNow, findForAlert, runAlert } from '#lib/actions/sections/alerts.ts'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { formatOf, languageName } from '#lib/i18n/format.ts'
import { alertHours, longestAlert } from '#lib/input/sections/alert-forms.ts'
import { listPlaces } from '#lib/store/articles/desk/editor-lookups.ts'
import { type AlertLine, listAlerts } from '#lib/store/sections/alerts-admin.ts'
import { formWords } from '../../../door-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUserAnywhere('alert.run')).interfaceLocale)('desk.alerts.title') }
}

export default async function AlertsPage() {
  const user = await requireUserAnywhere('alert.run')
  const words = adminWords(user.interfaceLocale)
  const editions = (await listPlaces(null)).filter(({ id }) => may(user, 'alert.run', { editionId: id }))
  const alerts = await listAlerts(editions.map(({ id }) => id))
  const option = (value: number, label: string) => ({ value: String(value), label })
  return (
    <>
      <PageTitle title={words('desk.alerts.title')} text={words('desk.alerts.text')} />
      <div className="stack">
        <section aria-labelledby="new-alert">
          <h2 id="new-alert">{words('desk.alerts.create')}</h2>
          <ActionForm
            id="alert"
            action={runAlert}
            submit={words('desk.alerts.submit')}
            words={formWords(words)}
            fields={[
              {
                ...{ kind: 'select', name: 'edition', label: words('desk.alerts.edition') },
                options: editions.map(({ id, locale }) => option(id, languageName(locale))),
              },
              {
                ...{ kind: 'text', name: 'text', label: words('desk.alerts.words'), rows: 2, isRequired: true },
                ...{ hint: words('desk.alerts.wordsHint', { most: longestAlert }), maxLength: longestAlert },
              },
              {
                ...{ kind: 'input', name: 'startsAt', type: 'datetime-local', label: words('desk.alerts.startsAt') },
                ...{ hint: words('desk.alerts.startsAtHint'), dir: 'ltr' },
              },
              {
                ...{ kind: 'select', name: 'hours', label: words('desk.alerts.lasts'), value: '2' },
                options: alertHours.map((hours) => option(hours, words('desk.alerts.hours', { count: hours }))),
              },
            ]}
            childLabels={{ article: words('desk.alerts.article') }}
          >
            <ArticlePicker
              id="alert-article"
              name="article"
              editionField="edition"
              find={findForAlert}
              words={{
                ...{ label: words('desk.alerts.article'), hint: words('desk.alerts.articleHint') },
                ...{ drop: words('desk.alerts.articleDrop'), none: words('desk.alerts.articleNone') },
                failed: words('desk.alerts.articleFailed'),
              }}
            />
          </ActionForm>
        </section>
        {alerts.length === 0 ? (
          <EmptyState title={words('desk.alerts.none')} text={words('desk.alerts.noneText')} />
        ) : (
          <Alerts alerts={alerts} words={words} locale={user.interfaceLocale} now={new Date()} />
        )}
      </div>
    </>
  )
}

type AlertsProps = {
  readonly alerts: readonly AlertLine[]
  readonly words: AdminWords
  readonly locale: string
  readonly now: Date
}

function Alerts({ alerts, words, locale, now }: AlertsProps) {
  return (
    <section className="ruled" aria-labelledby="alerts">
      <h2 id="alerts">{words('desk.alerts.list')}</h2>
      <Table
        caption={words('desk.alerts.list')}
        columns={[
          { key: 'text', title: words('desk.alerts.words') },
          { key: 'edition', title: words('desk.alerts.edition') },
          { key: 'time', title: words('desk.alerts.time') },
          { key: 'status', title: words('desk.alerts.status') },
          { key: 'end', title: words('desk.alerts.endNow') },
        ]}
        rows={alerts.map((alert) => {
          const { id, text, edition, startsAt, expiresAt, endedAt } = alert
          const moment = formatOf({ locale, timeZone: edition.timeZone }).dateTimeZone
          return {
            key: String(id),
            cells: {
              text: (
                <span lang={edition.locale} dir={edition.direction}>
                  {text}
                </span>
              ),
              edition: <bdi lang={edition.locale}>{languageName(edition.locale)}</bdi>,
              time: `${moment(startsAt)} – ${moment(expiresAt)}`,
              status: endedAt ? words('desk.alerts.ended', { when: moment(endedAt) }) : words(statusOf(alert, now)),
              end: !endedAt && expiresAt > now && (
                <ActionForm
                  id={`end-${id}`}
                  action={endAlertNow}
                  hidden={{ id: String(id) }}
                  fields={[]}
                  submit={words('desk.alerts.endNamed', { text })}
                  kind="danger"
                  words={formWords(words)}
                />
              ),
            },
          }
        })}
      />
    </section>
  )
}

function statusOf({ startsAt, expiresAt }: AlertLine, now: Date) {
  if (expiresAt <= now) return 'desk.alerts.over' as const
  return startsAt <= now ? ('desk.alerts.running' as const) : ('desk.alerts.coming' as const)
}
