import { mayAnywhere, type SignedIn } from '#lib/domain/people/permissions.ts'
import { type Places, placesOf } from '#lib/domain/people/places.ts'
import { lacksTwoFactor, type Role } from '#lib/domain/people/roles.ts'

/** What of the newsroom's calendar is looked at: an edition, or one blog of it. */
export type CalendarPlace = { readonly editionId: number; readonly blogId: number | null }

/** The calendar as an address for a person's own calendar program. The address itself is nowhere: only its hash is kept. */
export type CalendarFeed = {
  readonly id: number
  readonly place: CalendarPlace
  readonly blogName: string | null
  /** When its present address was made. */
  readonly madeAt: Date
  readonly lastUsedAt: Date | null
  readonly endedAt: Date | null
}

/** Whose calendar it is, as they stand at the moment of asking. */
export type FeedOwner = Pick<SignedIn, 'grants' | 'interfaceLocale'> & {
  readonly isClosed: boolean
  readonly hasTwoFactor: boolean
}

/** Of one person at a time: a program or two a place. */
export const mostCalendarFeeds = 20

const dayMs = 24 * 3_600_000

/** What a subscriber gets: the week that was, for what moved or went, and a year to come. */
export function feedSpan(now: Date): { readonly from: Date; readonly until: Date } {
  return { from: new Date(now.getTime() - 7 * dayMs), until: new Date(now.getTime() + 366 * dayMs) }
}

/** Whether anything of this place is theirs to see; who has a blog of an edition may ask for the edition, and sees the blog. */
export function seesPlace(places: Places, place: CalendarPlace, blogIdsOfEdition: readonly number[]): boolean {
  if (places.kind === 'everywhere' || places.editionIds.includes(place.editionId)) return true
  const asked = place.blogId === null ? blogIdsOfEdition : [place.blogId]
  return asked.some((id) => places.blogIds.includes(id))
}

/**
 * Where an address leads: to entries of these places, nowhere any more, or nowhere for as long as its owner may not come in. What they
 * may see is asked anew each time, as of a page.
 */
export function openFeed(
  feed: Pick<CalendarFeed, 'place' | 'endedAt'>,
  owner: FeedOwner,
  ground: { readonly blogIdsOfEdition: readonly number[]; readonly twoFactorRoles: readonly Role[] },
): { readonly kind: 'open'; readonly places: Places } | { readonly kind: 'ended' } | { readonly kind: 'shut' } {
  if (feed.endedAt) return { kind: 'ended' }
  const isOut = owner.isClosed || lacksTwoFactor(owner, ground.twoFactorRoles)
  if (isOut || !mayAnywhere(owner, 'article.create')) return { kind: 'shut' }
  const places = placesOf(owner, 'article.create')
  return seesPlace(places, feed.place, ground.blogIdsOfEdition) ? { kind: 'open', places } : { kind: 'shut' }
}
