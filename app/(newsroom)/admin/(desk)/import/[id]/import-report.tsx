import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { Table } from '#components/admin/ui/table.tsx'
import type { LossKind } from '#lib/domain/imports/import-run.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { countLosses, type ImportRun, listLosses } from '#lib/store/imports/import-runs.ts'

const linesAtOnce = 200

type Props = {
  readonly run: ImportRun
  readonly kind: LossKind | null
  readonly after: bigint
  readonly words: AdminWords
}

/** Every loss: how often each kind, then line by line. */
export async function ImportReport({ run, kind, after, words }: Props) {
  const [kinds, lines] = await Promise.all([
    countLosses(run.id),
    listLosses(run.id, { kind, after, limit: linesAtOnce }),
  ])
  const here = `/admin/import/${run.id}`
  const last = lines.length === linesAtOnce ? lines.at(-1) : undefined
  const more = new URLSearchParams({ ...(kind && { kind }), ...(last && { after: last.id }) })
  if (kinds.length === 0)
    return run.state === 'done' ? (
      <EmptyState title={words('imports.noLosses')} text={words('imports.noLossesText')} />
    ) : null
  return (
    <section className="ruled" aria-labelledby="report">
      <h2 id="report">{words('imports.report')}</h2>
      <ul className="report-kinds">
        {kind !== null && (
          <li>
            <a href={here}>{words('imports.all')}</a>
          </li>
        )}
        {kinds.map((one) => (
          <li key={one.kind}>
            <a href={`${here}?kind=${one.kind}`} aria-current={one.kind === kind ? 'true' : undefined}>
              {words(`imports.kinds.${one.kind}`)}
            </a>
            {`: ${one.count}`}
          </li>
        ))}
      </ul>
      <Table
        caption={words('imports.report')}
        columns={[
          { key: 'item', title: words('imports.item') },
          { key: 'what', title: words('imports.what') },
          { key: 'detail', title: words('imports.detail') },
        ]}
        rows={lines.map((line) => ({
          key: line.id,
          cells: {
            item: <bdi className="long-words">{line.item || '—'}</bdi>,
            what: words(`imports.kinds.${line.kind}`),
            detail: <bdi className="long-words">{line.detail}</bdi>,
          },
        }))}
      />
      {last && (
        <p>
          <a href={`${here}?${more}`}>{words('imports.more')}</a>
        </p>
      )}
    </section>
  )
}
