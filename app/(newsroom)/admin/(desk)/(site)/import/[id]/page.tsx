import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Refresh } from '#components/admin/imports/refresh.client.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { Notice } from '#components/admin/ui/notice.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { removeImportFile, stopImport } from '#lib/actions/imports/import-runs.ts'
import { requireUser } from '#lib/auth/session.ts'
import { type FileProblem, fileProblems, formatNames, lossKinds } from '#lib/domain/imports/import-run.ts'
import { megabytesOf } from '#lib/domain/imports/import-upload.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { formatOf } from '#lib/i18n/format.ts'
import { importRunId } from '#lib/input/machine/import-forms.ts'
import type { Query } from '#lib/input/paging.ts'
import { findRun, type ImportRun } from '#lib/store/imports/import-runs.ts'
import { formWords } from '../../../../door-words.ts'
import { ImportReport } from './import-report.tsx'
import { StartImport } from './start-import.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUser('site.edit')).interfaceLocale)('imports.title') }
}

type Props = { readonly params: Promise<{ readonly id: string }>; readonly searchParams: Promise<Query> }

const refreshEveryMs = 2_000

export default async function ImportRunPage({ params, searchParams }: Props) {
  const user = await requireUser('site.edit')
  const words = adminWords(user.interfaceLocale)
  const id = importRunId.safeParse((await params).id)
  const run = id.success ? await findRun(id.data) : null
  if (!run) notFound()
  const { kind, after } = await searchParams
  const isUnderWay = run.state === 'waiting' || run.state === 'running'
  const isNew = run.format === null
  const isUntouched = isNew && !isUnderWay && run.received === run.bytes && !run.problem
  return (
    <>
      <PageTitle
        title={words('imports.run', { file: run.fileName })}
        text={
          isNew
            ? words('imports.runNew')
            : words('imports.runText', { source: run.source ?? '', format: run.format ? formatNames[run.format] : '' })
        }
      >
        <a className="button plain" href="/admin/import">
          {words('imports.back')}
        </a>
      </PageTitle>
      {isUnderWay && <Refresh everyMs={refreshEveryMs} />}
      {run.problem && (
        <Notice tone="bad">{words('imports.problem', { problem: problemText(run.problem, words) })}</Notice>
      )}
      <div className="stack">
        {!isUntouched && <Progress run={run} words={words} locale={user.interfaceLocale} />}
        {isUnderWay ? (
          <section className="ruled">
            <p>{words('imports.stopText')}</p>
            <ActionForm
              id="stop-import"
              action={stopImport}
              submit={words('imports.stop')}
              kind="danger"
              words={formWords(words)}
              hidden={{ run: String(run.id) }}
              fields={[]}
            />
          </section>
        ) : (
          run.fileKey !== null && run.received === run.bytes && <StartImport run={run} words={words} />
        )}
        {!isUnderWay && run.fileKey !== null && <RemoveFile run={run} words={words} />}
        {!isNew && (
          <ImportReport
            run={run}
            kind={lossKinds.find((one) => one === kind) ?? null}
            after={typeof after === 'string' && /^\d{1,18}$/.test(after) ? BigInt(after) : 0n}
            words={words}
            locale={user.interfaceLocale}
          />
        )}
      </div>
    </>
  )
}

function RemoveFile({ run, words }: Readonly<{ run: ImportRun; words: AdminWords }>) {
  return (
    <section className="ruled">
      <p>{words('imports.removeText', { megabytes: megabytesOf(run.bytes) })}</p>
      <ActionForm
        id="remove-import-file"
        action={removeImportFile}
        submit={words('imports.remove')}
        kind="danger"
        words={formWords(words)}
        hidden={{ run: String(run.id) }}
        fields={[]}
      />
    </section>
  )
}

function Progress({ run, words, locale }: Readonly<{ run: ImportRun; words: AdminWords; locale: string }>) {
  const { number } = formatOf({ locale, timeZone: 'UTC' })
  const { counts, state, isDry } = run
  const seen = counts.created + counts.known + counts.skipped
  const numbers = [
    [words('imports.total'), counts.total],
    [words(isDry ? 'imports.wouldCreate' : 'imports.created'), counts.created],
    [words('imports.published'), counts.published],
    [words('imports.known'), counts.known],
    [words('imports.skipped'), counts.skipped],
    [words('imports.picturesTaken'), counts.pictures],
    [words('imports.comments'), counts.comments],
    [words('imports.losses'), counts.losses],
  ] as const
  return (
    <section className="ruled" aria-labelledby="progress">
      <h2 id="progress">{words('imports.progress')}</h2>
      <p role="status">
        {words(`imports.states.${state}`)}
        {isDry && ` (${words('imports.dry')})`}
      </p>
      {state === 'running' && <progress max={Math.max(1, counts.total)} value={seen} aria-labelledby="progress" />}
      <dl className="facts">
        {numbers.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{number(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** `problem: detail`, as the run keeps it. */
function problemText(problem: string, words: AdminWords): string {
  const [name = '', ...detail] = problem.split(': ')
  const known: FileProblem = fileProblems.find((one) => one === name) ?? 'internal'
  return [words(`imports.problems.${known}`), ...(detail.length > 0 ? [`(${detail.join(': ')})`] : [])].join(' ')
}
