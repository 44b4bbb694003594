'use server'

import { revalidatePath } from 'next/cache'
import { badForm } from '#lib/actions/support/action-words.ts'
import { newToken } from '#lib/auth/links/token.ts'
import { requireSignedIn, requireUserAnywhere } from '#lib/auth/session.ts'
import { done, type FormState, refused } from '#lib/domain/form-state.ts'
import type { SignedIn } from '#lib/domain/people/permissions.ts'
import { placesOf } from '#lib/domain/people/places.ts'
import { type CalendarPlace, mostCalendarFeeds, seesPlace } from '#lib/domain/publishing/calendar-feed.ts'
import { env } from '#lib/env/env.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { calendarFeedForm, calendarFeedIdForm } from '#lib/input/articles/calendar-query.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { absolute, calendarFeedPath } from '#lib/site/urls.ts'
import { createCalendarFeed, endCalendarFeed, renewCalendarFeed } from '#lib/store/articles/desk/calendar-feeds.ts'
import { listEditions } from '#lib/store/pages/editions.ts'
import { listBlogs } from '#lib/store/sections/sections-admin.ts'

const page = '/admin/calendar'

/** Makes an address of the calendar for one's own calendar program. It is shown this once: only its hash is kept. */
export async function makeCalendarFeed(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUserAnywhere('article.create')
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(calendarFeedForm, form)
  if (!input.ok) return badForm(input.error, words)
  const place = { editionId: input.value.edition, blogId: input.value.blog }
  if (!(await isSeen(place, user))) return refused('no-such-place', words('calendarFeeds.noPlace'))
  const { token, hash } = newToken()
  const made = await createCalendarFeed({ place, tokenHash: hash, by: user, now: new Date() })
  if (!made.ok) return refused(made.error.kind, words('calendarFeeds.tooMany', { count: mostCalendarFeeds }))
  revalidatePath(page)
  return done(words('calendarFeeds.made'), addressOf(token))
}

/** Gives one's own feed another address: the one before opens nothing any more. */
export async function renewCalendarAddress(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUserAnywhere('article.create')
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(calendarFeedIdForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { token, hash } = newToken()
  const isRenewed = await renewCalendarFeed({ id: input.value.feed, tokenHash: hash, by: user, now: new Date() })
  revalidatePath(page)
  return isRenewed
    ? done(words('calendarFeeds.renewed'), addressOf(token))
    : refused('over', words('calendarFeeds.over'))
}

/** Ends one's own feed at once: whoever may write nothing any more may still do that. */
export async function endCalendarAddress(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireSignedIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(calendarFeedIdForm, form)
  if (!input.ok) return badForm(input.error, words)
  const isEnded = await endCalendarFeed({ id: input.value.feed, by: user, now: new Date() })
  revalidatePath(page)
  return isEnded ? done(words('calendarFeeds.ended')) : refused('over', words('calendarFeeds.over'))
}

async function isSeen(place: CalendarPlace, user: SignedIn): Promise<boolean> {
  const [editions, blogs] = await Promise.all([listEditions(), listBlogs()])
  const ids = blogs.filter(({ edition }) => edition.id === place.editionId).map(({ id }) => id)
  const exists =
    editions.some(({ id }) => id === place.editionId) && (place.blogId === null || ids.includes(place.blogId))
  return exists && seesPlace(placesOf(user, 'article.create'), place, ids)
}

function addressOf(token: string): string {
  return absolute(env().adminUrl, calendarFeedPath(token))
}
