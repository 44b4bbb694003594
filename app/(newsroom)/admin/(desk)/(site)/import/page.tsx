import type { Metadata } from 'next'
import { ImportUpload } from '#components/admin/imports/import-upload.client.tsx'
import { Refresh } from '#components/admin/imports/refresh.client.tsx'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { Table } from '#components/admin/ui/table.tsx'
import { requireUser } from '#lib/auth/session.ts'
import { megabytesOf, mostImportBytesTogether } from '#lib/domain/imports/import-upload.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { formatOf } from '#lib/i18n/format.ts'
import { optionalRowId } from '#lib/input/form-fields.ts'
import { type ImportRun, listRuns } from '#lib/store/imports/import-runs.ts'

type Query = Readonly<Record<string, string | readonly string[] | undefined>>
type Props = { readonly searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUser('site.edit')).interfaceLocale)('imports.title') }
}

const refreshEveryMs = 4_000

export default async function ImportPage({ searchParams }: Props) {
  const user = await requireUser('site.edit')
  const words = adminWords(user.interfaceLocale)
  const before = optionalRowId.catch(null).parse((await searchParams).before ?? '')
  const { runs, next } = await listRuns(before)
  const { dateTimeZone: moment, number } = formatOf({ locale: user.interfaceLocale, timeZone: 'UTC' })
  const isUnderWay = runs.some(({ state }) => state === 'waiting' || state === 'running')
  return (
    <>
      <PageTitle title={words('imports.title')} text={words('imports.text')} />
      {isUnderWay && <Refresh everyMs={refreshEveryMs} />}
      <div className="stack">
        <section className="ruled">
          <ImportUpload
            words={{
              choose: words('imports.choose'),
              hint: words('imports.chooseHint'),
              sending: words('imports.sending'),
              paused: words('imports.paused'),
              signedOut: words('imports.signedOut'),
              refused: words('imports.refusedFile'),
              tooLarge: words('imports.tooLarge'),
              noRoom: words('imports.noRoom', { gigabytes: number(mostImportBytesTogether / 1024 ** 3) }),
            }}
          />
        </section>
        {runs.length === 0 && before === null ? (
          <EmptyState title={words('imports.none')} text={words('imports.noneText')} />
        ) : (
          <section className="ruled">
            <h2>{words('imports.history')}</h2>
            <Table
              caption={words('imports.history')}
              columns={[
                { key: 'file', title: words('imports.file') },
                { key: 'state', title: words('imports.state') },
                { key: 'counts', title: words('imports.counts'), isNumber: true },
                { key: 'losses', title: words('imports.losses'), isNumber: true },
                { key: 'size', title: words('imports.size'), isNumber: true },
                { key: 'by', title: words('imports.by') },
                { key: 'when', title: words('imports.when') },
              ]}
              rows={runs.map(({ id, fileName, counts, startedBy, createdAt, ...run }) => ({
                key: String(id),
                cells: {
                  file: (
                    <a href={`/admin/import/${id}`}>
                      <bdi>{fileName}</bdi>
                    </a>
                  ),
                  state: stateText(run, words),
                  counts: run.isDry ? '—' : number(counts.created),
                  losses: run.format === null ? '—' : number(counts.losses),
                  size: run.fileKey === null ? '—' : words('imports.megabytes', { megabytes: megabytesOf(run.bytes) }),
                  by: <bdi>{startedBy}</bdi>,
                  when: moment(createdAt),
                },
              }))}
            />
            {(before !== null || next !== null) && (
              <nav className="row" aria-label={words('imports.history')}>
                {before !== null && <ButtonLink href="/admin/import">{words('imports.newest')}</ButtonLink>}
                {next !== null && (
                  <ButtonLink href={`/admin/import?before=${next}`}>{words('imports.older')}</ButtonLink>
                )}
              </nav>
            )}
          </section>
        )}
      </div>
    </>
  )
}

/** A file that is all here waits for somebody to look through it. */
function stateText(run: Pick<ImportRun, 'state' | 'received' | 'bytes' | 'isDry'>, words: AdminWords): string {
  if (run.state === 'receiving' && run.received === run.bytes) return words('imports.untouched')
  const state = words(`imports.states.${run.state}`)
  return run.isDry && run.state !== 'receiving' ? `${state} (${words('imports.dry')})` : state
}
