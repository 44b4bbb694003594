import { deadlineState } from '#lib/domain/desk/deadline.ts'
import type { ArticleLine } from '#lib/domain/lists/article-line.ts'
import { deadlineText } from '#lib/i18n/admin/desk/board/deadline-text.ts'
import type { AdminWords } from '#lib/i18n/admin/words.ts'
import { formatOf, languageName } from '#lib/i18n/format.ts'
import { DueMark } from '../board/due-mark.tsx'
import { Table } from '../ui/table.tsx'

type Props = {
  readonly caption: string
  readonly lines: readonly ArticleLine[]
  readonly words: AdminWords
  readonly locale: string
  readonly now: Date
  /** Rows can be ticked, for the form of this id. */
  readonly selectFor?: string
}

/** Articles with where they stand. Each time is by the clock of the article's own edition. */
export function ArticleTable({ caption, lines, words, locale, now, selectFor }: Props) {
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'headline', title: words('desk.list.headline') },
        { key: 'state', title: words('desk.list.state') },
        { key: 'place', title: words('desk.list.place') },
        { key: 'author', title: words('desk.list.author') },
        { key: 'changed', title: words('desk.list.changed') },
      ]}
      rows={lines.map((line) => ({
        key: String(line.id),
        cells: {
          headline: (
            <span className={selectFor ? 'pick' : undefined}>
              {selectFor && (
                <label>
                  <input type="checkbox" name="article" value={line.id} form={selectFor} data-select />
                  <span className="hidden-words">{words('bulk.select', { headline: line.headline })}</span>
                </label>
              )}
              <a href={`/admin/articles/${line.id}`} lang={line.edition.locale} dir={line.edition.direction} data-row>
                <bdi>{line.headline}</bdi>
              </a>
            </span>
          ),
          state: <StateCell line={line} words={words} locale={locale} now={now} />,
          place: (
            <span>
              <bdi lang={line.edition.locale}>{line.blogName}</bdi> ·{' '}
              <bdi lang={line.edition.locale}>{languageName(line.edition.locale)}</bdi>
            </span>
          ),
          author: line.authorName ? <bdi>{line.authorName}</bdi> : words('desk.list.program'),
          changed: <When at={line.changedAt} line={line} words={words} locale={locale} />,
        },
      }))}
    />
  )
}

function StateCell({
  line,
  words,
  locale,
  now,
}: Pick<Props, 'words' | 'locale' | 'now'> & { readonly line: ArticleLine }) {
  const moment = (at: Date) => formatOf({ locale, timeZone: line.edition.timeZone }).dateTimeZone(at)
  const { state, stageName, isPending, scheduledFor, embargoUntil, withdrawAt, dueAt } = line
  const due = deadlineState(dueAt, line, now)
  const voice = { words, locale, timeZone: line.edition.timeZone }
  const when = scheduledFor && moment(scheduledFor)
  const comma = words('shell.comma')
  return (
    <>
      <span>{isPending ? words('desk.list.pending') : words(`editor.state.${state}`)}</span>
      {stageName && (
        <>
          {' · '}
          <bdi>{stageName}</bdi>
        </>
      )}
      {when && state === 'scheduled' && (
        <span className="hint">
          {comma} {words('desk.list.goesOut', { when })}
        </span>
      )}
      {when && state === 'published' && (
        <span className="hint">
          {comma} {words('desk.list.updateGoesOut', { when })}
        </span>
      )}
      {dueAt && due !== 'none' && (
        <>
          {' '}
          <DueMark due={{ state: due, text: deadlineText(dueAt, now, voice) }} />
        </>
      )}
      {withdrawAt && (
        <span className="hint">
          {comma} {words('desk.list.leaves', { when: moment(withdrawAt) })}
        </span>
      )}
      {embargoUntil && state !== 'published' && (
        <span className="wrong"> {words('desk.list.embargo', { when: moment(embargoUntil) })}</span>
      )}
    </>
  )
}

function When({
  at,
  line,
  words,
  locale,
}: Pick<Props, 'words' | 'locale'> & { readonly at: Date; readonly line: ArticleLine }) {
  const format = formatOf({ locale, timeZone: line.edition.timeZone })
  return (
    <time dateTime={at.toISOString()}>
      {format.shortDate(at)}
      {words('shell.comma')} {format.time(at)}
    </time>
  )
}
