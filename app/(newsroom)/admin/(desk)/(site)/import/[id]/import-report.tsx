import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import type { LossKind } from '#lib/domain/imports/import-run.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { formatOf } from '#lib/i18n/format.ts'
import { countLosses, type ImportRun, listLosses } from '#lib/store/imports/import-runs.ts'

const linesAtOnce = 200

type Props = {
  readonly run: ImportRun
  readonly kind: LossKind | null
  readonly after: bigint
  readonly words: AdminWords
  readonly locale: string
}

/** Every loss: how often each kind, then article by article. */
export async function ImportReport({ run, kind, after, words, locale }: Props) {
  const { number } = formatOf({ locale, timeZone: 'UTC' })
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
            {`: ${number(one.count)}`}
          </li>
        ))}
      </ul>
      <ul className="report-articles">
        {articlesOf(lines).map(({ id, title, address, losses }) => (
          <li key={id}>
            {title && (
              <h3 className="long-words">
                <bdi>{title}</bdi>{' '}
                {address && (
                  <span className="hint">
                    <bdi>{address}</bdi>
                  </span>
                )}
              </h3>
            )}
            <ul className="report-lines">
              {losses.map((line) => (
                <li key={line.id}>
                  <span>{words(`imports.kinds.${line.kind}`)}</span>
                  <div className="long-words">
                    <bdi>{line.detail}</bdi>
                  </div>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {last && (
        <p>
          <a href={`${here}?${more}`}>{words('imports.more')}</a>
        </p>
      )}
    </section>
  )
}

type Line = Awaited<ReturnType<typeof listLosses>>[number]
type Article = {
  readonly id: string
  readonly title: string
  readonly address: string
  readonly losses: readonly Line[]
}

/** Lines of one article follow each other, as it stood in its file: `title (address)`. */
function articlesOf(lines: readonly Line[]): readonly Article[] {
  const articles: { readonly item: string; readonly losses: Line[] }[] = []
  for (const line of lines) {
    const last = articles.at(-1)
    if (last?.item === line.item) last.losses.push(line)
    else articles.push({ item: line.item, losses: [line] })
  }
  return articles.map(({ item, losses }) => {
    const [, title = item, address = ''] = /^(.*) \(([^\s]+)\)$/s.exec(item) ?? []
    return { id: losses[0]?.id ?? item, title, address, losses }
  })
}
