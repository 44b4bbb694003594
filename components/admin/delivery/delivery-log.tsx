import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { Button, ButtonLink } from '#components/admin/ui/button.tsx'
import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { Select } from '#components/admin/ui/select.tsx'
import { Table } from '#components/admin/ui/table.tsx'
import { type Channel, channels, type DeliveryState } from '#lib/domain/delivery/delivery.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { formatOf } from '#lib/i18n/format.ts'

type Line = {
  readonly id: bigint
  readonly channel: Channel
  readonly target: string
  readonly state: DeliveryState
  readonly createdAt: Date
  readonly attempts: number
  readonly nextAt: Date | null
  readonly status: number | null
  readonly problem: string | null
  readonly cargo: unknown
}

type Filter = {
  readonly state: DeliveryState | null
  readonly channel: Channel | null
  readonly webhookId: number | null
}

type Props = {
  readonly lines: readonly Line[]
  /** For the page of older lines. */
  readonly next: bigint | null
  readonly before: bigint | null
  readonly filter: Filter
  readonly words: AdminWords
  readonly form: { readonly working: string; readonly problems: string }
  readonly locale: string
  readonly sendAgain: (state: FormState, form: FormData) => Promise<FormState>
}

const page = '/admin/deliveries'
const states = ['waiting', 'delivered', 'given-up'] as const

/** What was sent to whom, and what they answered: the place to look when a partner says that nothing came. */
export function DeliveryLog({ lines, next, before, filter, words, form, locale, sendAgain }: Props) {
  const moment = formatOf({ locale, timeZone: 'UTC' }).dateTimeZone
  const isFiltered = filter.state !== null || filter.channel !== null || filter.webhookId !== null
  const any = { value: '', label: words('delivery.log.any') }
  return (
    <section className="ruled" aria-labelledby="log">
      <h2 id="log">{words('delivery.log.title')}</h2>
      <search>
        <form className="form" action={page}>
          <Select
            name="state"
            label={words('delivery.log.state')}
            value={filter.state ?? ''}
            options={[any, ...states.map((state) => ({ value: state, label: words(`delivery.log.states.${state}`) }))]}
          />
          <Select
            name="channel"
            label={words('delivery.log.channel')}
            value={filter.channel ?? ''}
            options={[any, ...channels.map((one) => ({ value: one, label: words(`delivery.log.channels.${one}`) }))]}
          />
          <div className="row">
            <Button kind="primary">{words('delivery.log.filter')}</Button>
            {isFiltered && (
              <ButtonLink href={page} kind="quiet">
                {words('delivery.log.clear')}
              </ButtonLink>
            )}
          </div>
        </form>
      </search>
      {lines.length === 0 ? (
        <EmptyState
          title={words(isFiltered ? 'delivery.log.noneFiltered' : 'delivery.log.none')}
          text={words('delivery.log.noneText')}
        />
      ) : (
        <Table
          caption={words('delivery.log.title')}
          columns={[
            { key: 'when', title: words('delivery.log.when') },
            { key: 'to', title: words('delivery.log.to') },
            { key: 'what', title: words('delivery.log.what') },
            { key: 'state', title: words('delivery.log.state') },
            { key: 'answer', title: words('delivery.log.answer') },
            { key: 'again', title: words('delivery.log.again') },
          ]}
          rows={lines.map((line) => ({
            key: String(line.id),
            cells: {
              when: moment(line.createdAt),
              to: (
                <>
                  {words(`delivery.log.channels.${line.channel}`)}
                  <br />
                  <bdi dir="ltr">{line.target}</bdi>
                </>
              ),
              what: (
                <details>
                  <summary dir="ltr">{summaryOf(line.cargo)}</summary>
                  <pre dir="ltr">{JSON.stringify(line.cargo, null, 2)}</pre>
                </details>
              ),
              state: words(`delivery.log.states.${line.state}`),
              answer: (
                <>
                  <bdi dir="ltr">{[line.status, line.problem].filter(Boolean).join(' · ')}</bdi>{' '}
                  {words('delivery.log.attempts', { count: line.attempts })}
                  {line.nextAt && line.attempts > 0 && `, ${words('delivery.log.next', { when: moment(line.nextAt) })}`}
                </>
              ),
              again: line.state !== 'waiting' && (
                <ActionForm
                  id={`again-${line.id}`}
                  action={sendAgain}
                  hidden={{ id: String(line.id) }}
                  fields={[]}
                  submit={words('delivery.log.againNamed', { id: String(line.id) })}
                  kind="plain"
                  words={form}
                />
              ),
            },
          }))}
        />
      )}
      {(before !== null || next !== null) && (
        <nav className="row" aria-label={words('delivery.log.title')}>
          {before !== null && <ButtonLink href={addressOf(filter, null)}>{words('delivery.log.newest')}</ButtonLink>}
          {next !== null && <ButtonLink href={addressOf(filter, next)}>{words('delivery.log.older')}</ButtonLink>}
        </nav>
      )}
    </section>
  )
}

function addressOf({ state, channel, webhookId }: Filter, before: bigint | null): string {
  const query = new URLSearchParams()
  if (state) query.set('state', state)
  if (channel) query.set('channel', channel)
  if (webhookId) query.set('webhook', String(webhookId))
  if (before) query.set('before', String(before))
  return `${page}${query.size > 0 ? `?${query}` : ''}#log`
}

/** The first thing a log's reader looks for: which event, which feed, which article. */
function summaryOf(cargo: unknown): string {
  if (!cargo || typeof cargo !== 'object') return '…'
  if ('event' in cargo && cargo.event && typeof cargo.event === 'object' && 'type' in cargo.event)
    return String(cargo.event.type)
  if ('topic' in cargo) return String(cargo.topic)
  if ('urls' in cargo && Array.isArray(cargo.urls)) return cargo.urls.join(' ')
  if ('topics' in cargo && Array.isArray(cargo.topics)) return `${cargo.topics[0]} … (${cargo.topics.length})`
  return '…'
}
