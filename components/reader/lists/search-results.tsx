import { Moment } from '#components/reader/moment.tsx'
import { PictureView } from '#components/reader/picture-view.tsx'
import type { Setting } from '#components/reader/setting.ts'
import { MarkedText } from '#components/ui/marked-text.tsx'
import type { SearchAnswer, SearchQuestion } from '#lib/domain/lists/search.ts'
import { dayIn } from '#lib/domain/text/dates.ts'
import { formatOf } from '#lib/i18n/format.ts'
import { searchPath } from '#lib/site/urls.ts'
import { CardLink } from './card-link.tsx'

type Props = { readonly answer: SearchAnswer; readonly question: SearchQuestion; readonly setting: Setting }

export function SearchResults({ answer, question, setting }: Props) {
  const { words } = setting
  const { count } = answer
  return (
    <>
      {answer.correctedText ? (
        <p>{words('search.corrected', { asked: question.text, used: answer.correctedText })}</p>
      ) : null}
      <h2 className="ruled">
        {answer.isCountCapped && count > 0 ? words('search.countAbove', { count }) : words('search.count', { count })}
      </h2>
      {answer.searchedSince ? (
        <StoppedEarly since={answer.searchedSince} question={question} setting={setting} />
      ) : answer.isCommon ? (
        <p>{words('search.common')}</p>
      ) : answer.hits.length === 0 ? (
        <p>{words('search.advice')}</p>
      ) : null}
      <ol className="stories">
        {answer.hits.map((hit) => (
          <li key={hit.card.id}>
            <h3>
              <CardLink card={hit.card} setting={setting}>
                <MarkedText runs={hit.headline} />
              </CardLink>
            </h3>
            <p>
              <MarkedText runs={hit.extract} />
            </p>
            <p className="meta">
              <b>{hit.card.blog.name}</b>
              <Moment at={hit.card.publishedAt} shape="shortDate" setting={setting} />
            </p>
            {hit.card.picture ? <PictureView picture={hit.card.picture} place="row" /> : null}
          </li>
        ))}
      </ol>
      <ResultPager answer={answer} question={question} setting={setting} />
    </>
  )
}

/** Looking back took long: how far it came, and the way to the rest. */
function StoppedEarly({
  since,
  question,
  setting,
}: {
  readonly since: Date
  readonly question: SearchQuestion
  readonly setting: Setting
}) {
  const { edition, words } = setting
  return (
    <div className="note">
      <p>{words('search.searchedSince', { date: formatOf(edition).date(since) })}</p>
      {question.isWhole ? (
        <p>{words('search.narrow')}</p>
      ) : (
        <p className="pager">
          <a href={searchPath(edition, queryOf({ ...question, isWhole: true }, 1))}>{words('search.whole')}</a>
        </p>
      )}
    </div>
  )
}

function ResultPager({ answer, question: asked, setting }: Props) {
  const { edition, words } = setting
  // The next page looks as far back as this one did, or articles would come twice or never.
  const from = answer.searchedSince ? dayIn(answer.searchedSince, edition.timeZone) : asked.from
  const question = { ...asked, from }
  if (question.page === 1 && !answer.hasNext) return null
  return (
    <nav className="pager" aria-label={words('search.pages')}>
      {question.page > 1 ? (
        <a rel="prev" href={searchPath(edition, queryOf(question, question.page - 1))}>
          {words('search.previousPage')}
        </a>
      ) : null}
      {answer.hasNext ? (
        <a rel="next" href={searchPath(edition, queryOf(question, question.page + 1))}>
          {words('search.nextPage')}
        </a>
      ) : null}
    </nav>
  )
}

/** The canonical query (docs/contracts.md): declared order, nothing that is a default. */
function queryOf(question: SearchQuestion, page: number): Readonly<Record<string, string>> {
  return {
    q: question.text,
    ...(question.blogSlug && { blog: question.blogSlug }),
    ...(question.from && { from: question.from }),
    ...(question.to && { to: question.to }),
    ...(question.order === 'newest' && { order: question.order }),
    ...(page > 1 && { page: String(page) }),
    ...(question.isWhole && { all: '1' }),
  }
}
