import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { Fragment } from 'react'
import { Board } from '#components/admin/board/board.client.tsx'
import { BoardFilter } from '#components/admin/board/board-filter.tsx'
import { boardColumns } from '#components/admin/board/columns.ts'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { setArticleDeadline } from '#lib/actions/articles/deadline.ts'
import { moveArticleToStage } from '#lib/actions/publishing/move-to-stage.ts'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { type BoardDesk, blogsApart, boardDesk, desksIn, isPlain } from '#lib/domain/desk/board.ts'
import { placesOf } from '#lib/domain/people/places.ts'
import { offsetName } from '#lib/domain/publishing/zoned-time.ts'
import { boardMessages } from '#lib/i18n/admin/desk/board/of-locale.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { deskKey, parseBoardQuery } from '#lib/input/articles/board-query.ts'
import { publishingLimits } from '#lib/input/articles/publishing-forms.ts'
import { listBoard } from '#lib/store/articles/desk/board.ts'
import { listAuthors } from '#lib/store/articles/desk/newsroom-lists.ts'
import { deskIn, listStagesOfEditions } from '#lib/store/desks/desk-stages.ts'
import { listBlogs } from '#lib/store/sections/sections-admin.ts'
import type { Query } from '../../door-words.ts'
import { addressOf, mayEditStages } from '../(sections)/stages/desk-at.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUserAnywhere('article.create')).interfaceLocale)('board.title') }
}

/** What one desk works on, stage by stage, by the clock of its edition. */
export default async function BoardPage({ searchParams }: { readonly searchParams: Query }) {
  const user = await requireUserAnywhere('article.create')
  const { interfaceLocale: locale } = user
  const words = adminWords(locale)
  const query = parseBoardQuery(await searchParams)
  const [allBlogs, authors] = await Promise.all([listBlogs(), listAuthors()])
  const desks = desksIn(placesOf(user, 'article.create'), allBlogs)
  const chosen = desks.find((one) => query.desk && deskKey(one) === deskKey(query.desk)) ?? desks[0]
  if (!chosen) forbidden()
  const { edition } = chosen
  const now = new Date()
  const stages = await listStagesOfEditions([edition.id])
  const place = { editionId: edition.id, blogId: chosen.kind === 'blog' ? chosen.id : null }
  const desk = boardDesk(deskIn(stages, place))
  const without = blogsApart(stages)
  const apart = chosen.kind === 'blog' ? [] : desks.filter(({ kind, id }) => kind === 'blog' && without.includes(id))
  const { authorId, isOverdueOnly } = query
  const board = await listBoard({ place, desk, without, authorId, isOverdueOnly, now })
  const columns = boardColumns(board, { user, place, edition, desk, authorId, words, locale, now })
  const isEmpty = columns.every(({ cards }) => cards.length === 0)
  const isMovable = columns.some(({ cards }) => cards.some(({ moves }) => moves.some(({ reason }) => !reason)))
  const isNarrowed = authorId !== null || isOverdueOnly
  const { timeZone } = edition
  return (
    <>
      <PageTitle title={words('board.title')} text={words('board.text')} />
      <div className="stack">
        <BoardFilter
          desks={desks.map((one) => ({ value: deskKey(one), label: nameOf(one) }))}
          desk={deskKey(chosen)}
          authors={[
            { value: '', label: words('board.anybody') },
            { value: user.id, label: words('board.me') },
            ...authors.filter(({ id }) => id !== user.id).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          author={authorId ?? ''}
          isOverdueOnly={isOverdueOnly}
          words={words}
        />
        <div className="hint">
          <p>{words('board.zone', { zone: timeZone, offset: offsetName(now, timeZone) })}</p>
          {desk.every(isPlain) && (
            <p>
              {words('board.builtIn')}{' '}
              {mayEditStages(user, place) && <a href={addressOf(place)}>{words('board.makeStages')}</a>}
            </p>
          )}
          {isMovable && <p>{words('board.legend')}</p>}
          {apart.length > 0 && (
            <p>
              {words('board.ownBoards')}
              {apart.map((one) => (
                <Fragment key={one.id}>
                  {' '}
                  <a href={`/admin/board?desk=${deskKey(one)}`} lang={edition.locale}>
                    <bdi>{one.name}</bdi>
                  </a>
                </Fragment>
              ))}
            </p>
          )}
        </div>
        {isEmpty && isNarrowed && <EmptyState title={words('board.none')} text={words('board.noneText')} />}
        {isEmpty && !isNarrowed && (
          <EmptyState title={words('board.empty')} text={words('board.emptyText')}>
            <ButtonLink href="/admin/articles/new" kind="primary">
              {words('desk.home.begin')}
            </ButtonLink>
          </EmptyState>
        )}
        <Board
          columns={columns}
          edition={{ locale: edition.locale, direction: edition.direction, timeZone }}
          move={moveArticleToStage}
          setDeadline={setArticleDeadline}
          noteLimit={publishingLimits.note}
          formWords={{
            ...{ working: words('shell.form.working'), problems: words('shell.form.problems') },
            note: words('stages.panel.note'),
          }}
          locale={locale}
          messages={boardMessages(locale)}
        />
      </div>
    </>
  )
}

/** Editions of one house often have one name: what tells them apart is their language. */
function nameOf({ kind, name, edition }: BoardDesk): string {
  const language = languageName(edition.locale)
  return kind === 'edition' ? language : `${language} · ${name}`
}
