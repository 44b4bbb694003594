import type { Metadata } from 'next'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { Button, ButtonLink } from '#components/admin/ui/button.tsx'
import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { Field } from '#components/admin/ui/field.tsx'
import { Filters } from '#components/admin/ui/filters.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { Table } from '#components/admin/ui/table.tsx'
import { checkSeals } from '#lib/actions/people/audit.ts'
import { requireUser } from '#lib/auth/session.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { formattingLocale } from '#lib/i18n/format.ts'
import { auditFields, parseAuditQuery } from '#lib/input/people/audit-filter.ts'
import { type AuditLine, listAudit } from '#lib/store/people/audit-log.ts'
import { formWords } from '../../../door-words.ts'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>
type Props = { readonly searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUser('audit.read')).interfaceLocale)('auth.audit.title') }
}

export default async function AuditPage({ searchParams }: Props) {
  const user = await requireUser('audit.read')
  const words = adminWords(user.interfaceLocale)
  const query = await searchParams
  const { before, ...filter } = parseAuditQuery(query)
  const { lines, next } = await listAudit(filter, before)
  const asked = addressOf(query, null)
  return (
    <>
      <PageTitle title={words('auth.audit.title')} text={words('auth.audit.text')}>
        <ButtonLink href={`/admin/audit/export${asked}`}>{words('auth.audit.download')}</ButtonLink>
      </PageTitle>
      <div className="stack">
        <ActionForm
          id="seals"
          action={checkSeals}
          submit={words('auth.audit.verify')}
          kind="plain"
          words={formWords(words)}
          fields={[]}
        />
        <AuditFilters query={query} words={words} />
        {lines.length === 0 ? (
          <EmptyState title={words('auth.audit.none')} text={words('auth.audit.noneText')} />
        ) : (
          <Lines lines={lines} words={words} locale={user.interfaceLocale} />
        )}
        <nav className="row" aria-label={words('auth.audit.title')}>
          {before !== null && <ButtonLink href={`/admin/audit${asked}`}>{words('auth.audit.newest')}</ButtonLink>}
          {next !== null && (
            <ButtonLink href={`/admin/audit${addressOf(query, next)}`}>{words('auth.audit.older')}</ButtonLink>
          )}
        </nav>
      </div>
    </>
  )
}

function AuditFilters({ query, words }: { readonly query: Query; readonly words: AdminWords }) {
  const value = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const active = auditFields.filter((name) => name !== 'before' && value(name) !== '').length
  return (
    <Filters action="/admin/audit" active={active} words={words}>
      <Field name="actor" label={words('auth.audit.actor')} value={value('actor')} />
      <Field name="action" label={words('auth.audit.action')} value={value('action')} dir="ltr" />
      <Field name="subject" label={words('auth.audit.subject')} value={value('subject')} dir="ltr" />
      <Field name="from" type="date" label={words('auth.audit.from')} value={value('from')} />
      <Field name="until" type="date" label={words('auth.audit.until')} value={value('until')} />
      <div className="row">
        <Button kind="primary">{words('auth.audit.filter')}</Button>
        <ButtonLink href="/admin/audit" kind="quiet">
          {words('auth.audit.clear')}
        </ButtonLink>
      </div>
    </Filters>
  )
}

type LinesProps = { readonly lines: readonly AuditLine[]; readonly words: AdminWords; readonly locale: string }

function Lines({ lines, words, locale }: LinesProps) {
  const moment = new Intl.DateTimeFormat(formattingLocale(locale), {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'UTC',
  })
  return (
    <Table
      caption={words('auth.audit.title')}
      columns={[
        { key: 'at', title: `${words('auth.audit.when')} (UTC)` },
        { key: 'actor', title: words('auth.audit.who') },
        { key: 'action', title: words('auth.audit.what') },
        { key: 'subject', title: words('auth.audit.about') },
        { key: 'details', title: words('auth.audit.details') },
      ]}
      rows={lines.map((line) => ({
        key: String(line.id),
        cells: {
          at: <time dateTime={line.at.toISOString()}>{moment.format(line.at)}</time>,
          actor: <bdi>{line.actor}</bdi>,
          action: <code dir="ltr">{line.action}</code>,
          subject: <code dir="ltr">{line.subject}</code>,
          details: (
            <details>
              <summary>#{String(line.id)}</summary>
              <code dir="ltr">{JSON.stringify(line.details)}</code>
            </details>
          ),
        },
      }))}
    />
  )
}

/** The same filters, further on or from the newest. */
function addressOf(query: Query, before: bigint | null): string {
  const kept = new URLSearchParams()
  for (const name of auditFields) {
    const value = query[name]
    if (name !== 'before' && typeof value === 'string' && value) kept.set(name, value)
  }
  if (before !== null) kept.set('before', String(before))
  return kept.size > 0 ? `?${kept}` : ''
}
