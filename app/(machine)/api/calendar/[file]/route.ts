import { hashToken } from '#lib/auth/links/token.ts'
import { feedSpan, openFeed } from '#lib/domain/publishing/calendar-feed.ts'
import { env } from '#lib/env/env.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { languageName } from '#lib/i18n/format.ts'
import { calendarFile, calendarFileType, isInFile } from '#lib/site/calendar-file.ts'
import { listCalendar } from '#lib/store/articles/desk/calendar.ts'
import { findCalendarFeed, noteCalendarUse } from '#lib/store/articles/desk/calendar-feeds.ts'
import { listEditions } from '#lib/store/pages/editions.ts'
import { findSiteName } from '#lib/store/site/site-name.ts'
import { findTwoFactorRoles } from '#lib/store/site/two-factor-setting.ts'

export const dynamic = 'force-dynamic'

type Params = { readonly params: Promise<{ readonly file: string }> }

/** The newsroom's calendar for the program of whoever has the address: what its owner may see now, and nothing once they may not. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const [, token] = /^([A-Za-z0-9_-]{43})\.ics$/.exec((await params).file) ?? []
  const found = token ? await findCalendarFeed(hashToken(token)) : null
  if (!found) return nothing(404)
  const { feed, owner, blogIdsOfEdition } = found
  const [twoFactorRoles, editions, siteName] = await Promise.all([findTwoFactorRoles(), listEditions(), findSiteName()])
  const access = openFeed(feed, owner, { blogIdsOfEdition, twoFactorRoles })
  const edition = editions.find(({ id }) => id === feed.place.editionId)
  // For good, says 410, and programs forget the calendar. Who is shut out today may be let in again tomorrow.
  if (access.kind === 'ended') return nothing(410)
  if (access.kind === 'shut' || !edition) return nothing(404)
  const now = new Date()
  const { from, until } = feedSpan(now)
  const part = (from: Date, until: Date) => listCalendar({ place: feed.place, places: access.places, from, until })
  // In two parts: however much went out last week, what is to come has its place.
  const [past, coming] = await Promise.all([part(from, now), part(now, until), noteCalendarUse(feed, now)])
  const language = owner.interfaceLocale
  const words = adminWords(language)
  const body = calendarFile({
    name: [siteName, languageName(edition.locale), feed.blogName].filter((part) => part !== null).join(' · '),
    ...{ language, entries: [...past, ...coming].filter(isInFile), siteUrl: env().siteUrl, adminUrl: env().adminUrl },
    summaryOf: ({ kind, name }) => `${words(`calendar.${kind}`)}: ${name}`,
  })
  const file = { 'Content-Type': calendarFileType, 'Content-Disposition': 'inline; filename="calendar.ics"' }
  return new Response(body, { headers: { ...kept, ...file } })
}

/** By no cache and no search engine: the address is the secret. */
const kept = {
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
  'X-Content-Type-Options': 'nosniff',
} as const

function nothing(status: 404 | 410): Response {
  const headers = { ...kept, 'Content-Type': 'text/plain; charset=utf-8' }
  return new Response('There is no calendar at this address.\n', { status, headers })
}
