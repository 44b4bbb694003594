import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { CalendarBoard } from '#components/admin/calendar/calendar-board.client.tsx'
import { CalendarFilter } from '#components/admin/calendar/calendar-filter.tsx'
import { calendarDays } from '#components/admin/calendar/days.ts'
import { FeedPanel } from '#components/admin/calendar/feed-panel.tsx'
import { PageTitle } from '#components/admin/ui/page-title.tsx'
import { endCalendarAddress, makeCalendarFeed, renewCalendarAddress } from '#lib/actions/publishing/calendar-feeds.ts'
import { scheduleArticle } from '#lib/actions/publishing/schedule-article.ts'
import { moveArticleWithdrawal } from '#lib/actions/publishing/withdraw-article.ts'
import { requireUserAnywhere } from '#lib/auth/session.ts'
import { may } from '#lib/domain/people/permissions.ts'
import { placesOf } from '#lib/domain/people/places.ts'
import { permissionOf } from '#lib/domain/publishing/acts.ts'
import { addDays, dayIn, daysShown, startOfDay } from '#lib/domain/publishing/calendar.ts'
import { seesPlace } from '#lib/domain/publishing/calendar-feed.ts'
import { calendarMessages } from '#lib/i18n/admin/desk/calendar/of-locale.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { directionOf } from '#lib/i18n/direction.ts'
import { firstDayOfWeek } from '#lib/i18n/week.ts'
import { parseCalendarQuery } from '#lib/input/articles/calendar-query.ts'
import { listCalendar } from '#lib/store/articles/desk/calendar.ts'
import { listCalendarFeeds } from '#lib/store/articles/desk/calendar-feeds.ts'
import { listEditions } from '#lib/store/pages/editions.ts'
import { listBlogs } from '#lib/store/sections/sections-admin.ts'
import { formWords, type Query } from '../../door-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminWords((await requireUserAnywhere('article.create')).interfaceLocale)('calendar.title') }
}

/** What goes out when, day by day, by the clock of one edition; and the addresses that show it elsewhere. */
export default async function CalendarPage({ searchParams }: { readonly searchParams: Query }) {
  const user = await requireUserAnywhere('article.create')
  const { interfaceLocale: locale } = user
  const words = adminWords(locale)
  const query = parseCalendarQuery(await searchParams)
  const places = placesOf(user, 'article.create')
  const now = new Date()
  const [allEditions, allBlogs, feeds] = await Promise.all([
    listEditions(),
    listBlogs(),
    listCalendarFeeds(user.id, now),
  ])
  const blogsOf = (id: number) => allBlogs.filter((blog) => blog.edition.id === id)
  const sees = (editionId: number, blogId: number | null) =>
    seesPlace(
      places,
      { editionId, blogId },
      blogsOf(editionId).map(({ id }) => id),
    )
  const editions = allEditions.filter(({ id }) => sees(id, null))
  const edition = editions.find(({ id }) => id === query.editionId) ?? editions[0]
  if (!edition) forbidden()
  const blogs = blogsOf(edition.id).filter(({ id }) => sees(edition.id, id))
  const blog = blogs.find(({ id }) => id === query.blogId) ?? null
  const { timeZone } = edition
  const today = dayIn(now, timeZone)
  const on = query.on ?? today
  const days = daysShown(query.view, on, firstDayOfWeek(locale))
  const [from, last] = [days[0] ?? on, days.at(-1) ?? on]
  const entries = await listCalendar({
    place: { editionId: edition.id, blogId: blog?.id ?? null },
    ...{ places, from: startOfDay(from, timeZone), until: startOfDay(addDays(last, 1), timeZone) },
  })
  return (
    <>
      <PageTitle title={words('calendar.title')} text={words('calendar.text')} />
      <div className="stack">
        <CalendarFilter
          editions={editions}
          edition={edition}
          blogs={blogs}
          blog={blog}
          view={query.view}
          on={on}
          words={words}
          locale={locale}
          now={now}
        />
        <CalendarBoard
          view={query.view}
          days={calendarDays({ days, on, today, entries, edition, locale }, ({ kind, blogId }) =>
            may(user, permissionOf[kind === 'withdrawal' ? 'set-withdrawal' : 'schedule'], {
              editionId: edition.id,
              blogId: blogId ?? 0,
            }),
          )}
          edition={{ locale: edition.locale, direction: edition.direction, timeZone }}
          moves={{ schedule: scheduleArticle, withdrawal: moveArticleWithdrawal }}
          locale={locale}
          direction={directionOf(locale)}
          messages={calendarMessages(locale)}
        />
        <FeedPanel
          feeds={feeds}
          editions={allEditions}
          edition={edition}
          blog={blog}
          timeZone={timeZone}
          actions={{ make: makeCalendarFeed, renew: renewCalendarAddress, end: endCalendarAddress }}
          form={formWords(words)}
          words={words}
          locale={locale}
        />
      </div>
    </>
  )
}
