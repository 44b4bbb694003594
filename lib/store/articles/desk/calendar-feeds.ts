import {
  type CalendarFeed,
  type CalendarPlace,
  type FeedOwner,
  mostCalendarFeeds,
} from '#lib/domain/publishing/calendar-feed.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { recordPersonEvent } from '#lib/store/people/person-event.ts'

type By = { readonly id: string; readonly name: string }

/** What its program asked lately is known to the hour: no row is written for each of its questions. */
const hourMs = 3_600_000
/** What was ended stays in view for a day, so that whoever ended it sees that it is. */
const dayMs = 24 * hourMs

const fields = {
  ...{ id: true, editionId: true, blogId: true, madeAt: true, lastUsedAt: true, endedAt: true },
  blog: { select: { name: true } },
} as const

export async function createCalendarFeed(feed: {
  readonly place: CalendarPlace
  readonly tokenHash: string
  readonly by: By
  readonly now: Date
}): Promise<Result<null, { readonly kind: 'too-many' }>> {
  const { place, tokenHash, by, now } = feed
  return inTransaction(async (open) => {
    // One after the other, or two at once would both be the last that there is room for.
    await open.$queryRaw`SELECT true AS "locked" FROM "User" WHERE "id" = ${by.id} FOR NO KEY UPDATE`
    const count = await open.calendarFeed.count({ where: { userId: by.id, endedAt: null } })
    if (count >= mostCalendarFeeds) return refuse({ kind: 'too-many' })
    const data = { ...place, userId: by.id, tokenHash, madeAt: now }
    const { id } = await open.calendarFeed.create({ data, select: { id: true } })
    await record('person.subscribe-calendar', by, { feed: id, ...place }, now)
    return ok(null)
  })
}

/** Gives a feed another address: the one before opens nothing any more. False: it is not theirs, or ended. */
export async function renewCalendarFeed(renewal: {
  readonly id: number
  readonly tokenHash: string
  readonly by: By
  readonly now: Date
}): Promise<boolean> {
  const { id, tokenHash, by, now } = renewal
  return inTransaction(async (open) => {
    const [place] = await open.calendarFeed.updateManyAndReturn({
      where: { id, userId: by.id, endedAt: null },
      data: { tokenHash, madeAt: now, lastUsedAt: null },
      select: { editionId: true, blogId: true },
    })
    if (!place) return false
    await record('person.renew-calendar', by, { feed: id, ...place }, now)
    return true
  })
}

/** Ends a feed at once. False: it is not theirs, or ended before. */
export async function endCalendarFeed(ending: {
  readonly id: number
  readonly by: By
  readonly now: Date
}): Promise<boolean> {
  const { id, by, now } = ending
  return inTransaction(async (open) => {
    const { count } = await open.calendarFeed.updateMany({
      where: { id, userId: by.id, endedAt: null },
      data: { endedAt: now },
    })
    if (count > 0) await record('person.end-calendar', by, { feed: id }, now)
    return count > 0
  })
}

/** Somebody's own, the last made first; what they ended, for a day. */
export async function listCalendarFeeds(userId: string, now: Date): Promise<readonly CalendarFeed[]> {
  const rows = await database().calendarFeed.findMany({
    where: { userId, OR: [{ endedAt: null }, { endedAt: { gt: new Date(now.getTime() - dayMs) } }] },
    select: fields,
    orderBy: { id: 'desc' },
  })
  return rows.map(feedOf)
}

/** By the hash of its token, in force or not, with whom it belongs to and the blogs of its edition. */
export async function findCalendarFeed(tokenHash: string): Promise<{
  readonly feed: CalendarFeed
  readonly owner: FeedOwner
  readonly blogIdsOfEdition: readonly number[]
} | null> {
  const row = await database().calendarFeed.findUnique({
    where: { tokenHash },
    select: {
      ...fields,
      edition: { select: { blogs: { select: { id: true } } } },
      user: {
        select: {
          ...{ interfaceLocale: true, twoFactorEnabled: true, disabledAt: true },
          grants: { select: { role: true, editionId: true, blogId: true } },
        },
      },
    },
  })
  if (!row) return null
  const { grants, interfaceLocale, twoFactorEnabled, disabledAt } = row.user
  const owner = { grants, interfaceLocale, hasTwoFactor: twoFactorEnabled, isClosed: disabledAt !== null }
  return { feed: feedOf(row), owner, blogIdsOfEdition: row.edition.blogs.map(({ id }) => id) }
}

/** That a program asked, once an hour. */
export async function noteCalendarUse(feed: Pick<CalendarFeed, 'id' | 'lastUsedAt'>, now: Date): Promise<void> {
  if (feed.lastUsedAt && now.getTime() - feed.lastUsedAt.getTime() < hourMs) return
  await database().calendarFeed.updateMany({ where: { id: feed.id }, data: { lastUsedAt: now } })
}

function record(action: `person.${string}`, by: By, details: Readonly<Record<string, unknown>>, now: Date) {
  return recordPersonEvent({ by: by.name, action, personId: by.id, details, now })
}

type Row = Omit<CalendarFeed, 'place' | 'blogName'> &
  CalendarPlace & { readonly blog: { readonly name: string } | null }

function feedOf({ id, editionId, blogId, blog, madeAt, lastUsedAt, endedAt }: Row): CalendarFeed {
  return { id, place: { editionId, blogId }, blogName: blog?.name ?? null, madeAt, lastUsedAt, endedAt }
}
