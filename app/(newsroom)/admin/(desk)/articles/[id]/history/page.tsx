import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DraftDiff } from '#components/admin/saving/history/draft-diff.tsx'
import { RevisionTable } from '#components/admin/saving/history/revision-table.tsx'
import { ActionForm } from '#components/admin/ui/action-form.client.tsx'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import '#components/admin/saving/saving.css'
import { restoreRevision } from '#lib/actions/articles/revisions.ts'
import { picturesOf } from '#lib/domain/workflow/revision-facts.ts'
import type { DraftField } from '#lib/domain/writing/saving/merge.ts'
import { savingWordsOf } from '#lib/i18n/admin/editor/saving/of-locale.ts'
import { formatOf } from '#lib/i18n/format.ts'
import { findEditionChoices, findPicturesById } from '#lib/store/articles/desk/editor-lookups.ts'
import {
  findNewestNumber,
  findRevision,
  listRevisions,
  type Revision,
  type RevisionLine,
} from '#lib/store/articles/writing/revisions.ts'
import { openArticle } from '../open-article.ts'
import { fieldText, type Names, nameOf, pictureDiffs, pictureLines } from './said.ts'

type Props = {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Readonly<Partial<Record<'from' | 'to' | 'upTo', string | string[]>>>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { user, found } = await openArticle((await params).id)
  const { headline } = found.article.text
  return { title: savingWordsOf(user.interfaceLocale)('revisions.title', { headline }) }
}

/** Every revision of an article, two of them word by word, and the way back to one. Works without script. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const { user, found, mayEdit } = await openArticle((await params).id)
  const { article, edition } = found
  const words = savingWordsOf(user.interfaceLocale)
  const [newest, query] = await Promise.all([findNewestNumber(article.id), searchParams])
  const to = Math.min(numberOf(query.to) || newest, newest)
  const from = Math.min(numberOf(query.from) || Math.max(1, to - 1), newest)
  const upTo = Math.min(numberOf(query.upTo) || newest, newest)
  const [listed, before, after] = await Promise.all([
    listRevisions(article.id, upTo),
    findRevision(article.id, from),
    findRevision(article.id, to),
  ])
  if (!before || !after) notFound()
  const ids = [...picturesOf(before.text), ...picturesOf(after.text)]
  const [pictures, choices] = await Promise.all([
    findPicturesById(ids, new Date()),
    findEditionChoices(article.editionId),
  ])
  const sayPicture = (id: number) => pictureLines(pictures, { id, locale: edition.locale, kept: after.pictures[id] })
  const names: Names = { ...choices, pictureName: (id) => nameOf(pictures, id) }
  const say = (field: DraftField, value: unknown) => fieldText(field, value, names)
  const format = formatOf({ locale: user.interfaceLocale, timeZone: edition.timeZone })
  return (
    <>
      <PageTitle title={words('revisions.title', { headline: article.text.headline })} text={words('revisions.text')}>
        <ButtonLink href={`/admin/articles/${article.id}`}>{words('revisions.back')}</ButtonLink>
      </PageTitle>
      <div className="stack">
        <section aria-labelledby="comparison">
          <h2 id="comparison">{words('revisions.comparing', { from: format.number(from), to: format.number(to) })}</h2>
          <DraftDiff
            before={comparable(before)}
            after={comparable(after)}
            say={say}
            sayPicture={sayPicture}
            more={pictureDiffs(before, after, (id) => nameOf(pictures, id), words)}
            words={words}
            lang={edition.locale}
          />
        </section>
        <RevisionTable
          revisions={withCompared(listed, [before, after])}
          older={(listed.at(-1)?.number ?? 1) - 1}
          {...{ newest, upTo, from, to, format, words, lang: edition.locale }}
        />
        {mayEdit && from !== newest && (
          <section aria-labelledby="restore" className="ruled">
            <h2 id="restore">{words('revisions.restore', { number: format.number(from) })}</h2>
            <p>{words('revisions.restoreText')}</p>
            <ActionForm
              action={restoreRevision}
              fields={[{ kind: 'input', name: 'reason', label: words('revisions.reason'), maxLength: 300 }]}
              hidden={{ articleId: `${article.id}`, version: `${article.version}`, number: `${from}` }}
              submit={words('revisions.restoreSubmit')}
              words={{ working: words('revisions.working'), problems: words('revisions.problems') }}
            />
          </section>
        )}
      </div>
    </>
  )
}

/** Those that are compared stand in the list, on whatever page of it. */
function withCompared(listed: readonly RevisionLine[], compared: readonly RevisionLine[]): readonly RevisionLine[] {
  const lines = new Map([...listed, ...compared].map((line) => [line.number, line]))
  return [...lines.values()].sort((one, other) => other.number - one.number)
}

function comparable({ text, suggestedBody, placement }: Revision) {
  return { ...text, body: suggestedBody ?? text.body, ...placement }
}

/** What is no number is no article and no revision. */
function numberOf(text: string | readonly string[] | undefined): number {
  return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
}
