import type { Metadata } from 'next'
import { ArticleTable } from '#components/admin/desk/article-table.tsx'
import { ButtonLink } from '#components/admin/ui/button.tsx'
import { EmptyState } from '#components/admin/ui/empty-state.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { requireSignedIn } from '#lib/auth/session.ts'
import { soonMs } from '#lib/domain/desk/deadline.ts'
import { mayAnywhere } from '#lib/domain/people/permissions.ts'
import { placesOf } from '#lib/domain/people/places.ts'
import { type AdminWords, adminWords } from '#lib/i18n/admin/words.ts'
import { findDesk } from '#lib/store/articles/desk/newsroom-lists.ts'
import { listNotices, type NoticeLine } from '#lib/store/articles/desk/notices.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireSignedIn()).interfaceLocale)('desk.home.title') }
}

/** What a person's day begins with: only parts that have something in them. */
export default async function HomePage() {
  const user = await requireSignedIn()
  const words = adminWords(user.interfaceLocale)
  const now = new Date()
  const [desk, notices] = await Promise.all([
    findDesk({
      userId: user.id,
      write: placesOf(user, 'article.create'),
      review: placesOf(user, 'article.review'),
      publish: placesOf(user, 'article.publish'),
      until: new Date(now.getTime() + soonMs),
    }),
    listNotices(user.id),
  ])
  const parts = [
    { key: 'due', lines: desk.due, all: '/admin/articles?due=soon' },
    { key: 'correctionsDue', lines: desk.correctionsDue, all: null },
    { key: 'toReview', lines: desk.toReview, all: '/admin/articles?state=in_review' },
    { key: 'scheduled', lines: desk.scheduled, all: '/admin/articles?state=scheduled' },
    { key: 'leaving', lines: desk.leaving, all: null },
    { key: 'mine', lines: desk.mine, all: `/admin/articles?author=${user.id}` },
    { key: 'pending', lines: desk.pending, all: '/admin/articles?state=pending' },
    { key: 'withoutAlt', lines: desk.withoutAlt, all: null },
  ] as const
  const filled = parts.filter(({ lines }) => lines.length > 0)
  return (
    <>
      <PageTitle title={words('desk.home.title')} text={words('desk.home.text', { name: user.name })} />
      <div className="stack">
        {filled.length + notices.length === 0 && (
          <EmptyState title={words('desk.home.nothing')} text={words('desk.home.nothingText')}>
            <div className="row">
              {mayAnywhere(user, 'article.create') && (
                <ButtonLink href="/admin/articles/new" kind="primary">
                  {words('desk.home.begin')}
                </ButtonLink>
              )}
              <ButtonLink href="/admin/articles">{words('desk.home.browse')}</ButtonLink>
            </div>
          </EmptyState>
        )}
        {notices.length > 0 && <Notices notices={notices} words={words} />}
        {filled.map(({ key, lines, all }) => (
          <section key={key} aria-labelledby={`part-${key}`}>
            <h2 id={`part-${key}`}>{words(`desk.home.${key}`)}</h2>
            <ArticleTable
              caption={words(`desk.home.${key}`)}
              lines={lines}
              words={words}
              locale={user.interfaceLocale}
              now={now}
            />
            {all && (
              <p>
                <a href={all}>{words('desk.home.showAll')}</a>
              </p>
            )}
          </section>
        ))}
      </div>
    </>
  )
}

/** What others said to this person. Opening the article is reading it. */
function Notices({ notices, words }: { readonly notices: readonly NoticeLine[]; readonly words: AdminWords }) {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return (
    <section aria-labelledby="part-notices">
      <h2 id="part-notices">{words('desk.home.notices')}</h2>
      <ul className="findings">
        {notices.map(({ id, articleId, headline, detail }) => (
          <li key={id}>
            {articleId !== null && (
              <a href={`/admin/articles/${articleId}`}>
                <bdi>{headline}</bdi>
              </a>
            )}
            <p dir="auto">{words('desk.home.notice', { by: text(detail.by), text: text(detail.text) })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
