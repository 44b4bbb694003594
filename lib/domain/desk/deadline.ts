import { addDays, dayIn } from '#lib/domain/publishing/calendar.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { State } from '#lib/domain/workflow/newsroom.ts'

/** What says whether an article has still to be finished. */
export type Work = {
  readonly state: State['kind']
  /** Published, and a newer text waits. */
  readonly isPending: boolean
  /** When it, or its newer text, goes out by itself. */
  readonly scheduledFor: Date | null
}

export type DeadlineState = 'none' | 'later' | 'soon' | 'overdue'

export type DeadlineRefusal =
  | { readonly kind: 'deadline-in-the-past'; readonly at: Date }
  /** It is finished: scheduled, published as it is, or gone. */
  | { readonly kind: 'nothing-awaited' }
  /** Somebody else has set another one since. */
  | { readonly kind: 'other-deadline'; readonly now: Date | null }

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** A day before it is due the desk is told so. */
export const soonMs = dayMs

/** Whether anybody waits for this text. What goes out by itself is finished: its time of publication counts, and no deadline. */
export function isAwaited({ state, isPending, scheduledFor }: Work): boolean {
  if (state === 'published') return isPending && scheduledFor === null
  return state === 'draft' || state === 'in_review' || state === 'approved'
}

export function workOf(state: State): Work {
  const isPending = state.kind === 'published' && state.shows !== 'newest'
  const updateAt = state.kind === 'published' ? (state.updateAt ?? null) : null
  return { state: state.kind, isPending, scheduledFor: state.kind === 'scheduled' ? state.for : updateAt }
}

/** How a deadline stands. One of what is finished is none. */
export function deadlineState(dueAt: Date | null, work: Work, now: Date): DeadlineState {
  if (!dueAt || !isAwaited(work)) return 'none'
  const left = dueAt.getTime() - now.getTime()
  if (left <= 0) return 'overdue'
  return left <= soonMs ? 'soon' : 'later'
}

/** Sets a deadline, moves it, or (null) takes it away, on the one that the person saw. */
export function setDeadline(
  asked: { readonly at: Date | null; readonly seen: Date | null },
  article: Work & { readonly dueAt: Date | null },
  now: Date,
): Result<Date | null, DeadlineRefusal> {
  const { at, seen } = asked
  if (article.dueAt?.getTime() !== seen?.getTime()) return refuse({ kind: 'other-deadline', now: article.dueAt })
  if (at && !isAwaited(article)) return refuse({ kind: 'nothing-awaited' })
  if (at && at <= now) return refuse({ kind: 'deadline-in-the-past', at })
  return ok(at)
}

/** How a day is called beside a time, by the clocks of a zone: a weekday for as long as it means one day. */
export function dayCalled(at: Date, now: Date, timeZone: string): 'today' | 'tomorrow' | 'weekday' | 'date' {
  const [day, today] = [dayIn(at, timeZone), dayIn(now, timeZone)]
  if (day === today) return 'today'
  if (day === addDays(today, 1)) return 'tomorrow'
  return day > today && day < addDays(today, 7) ? 'weekday' : 'date'
}

/** How long something is over, in the largest unit that it fills. */
export function overdueBy(
  dueAt: Date,
  now: Date,
): { readonly count: number; readonly unit: 'minute' | 'hour' | 'day' } {
  const over = now.getTime() - dueAt.getTime()
  if (over < hourMs) return { count: Math.max(1, Math.floor(over / minuteMs)), unit: 'minute' }
  if (over < dayMs) return { count: Math.floor(over / hourMs), unit: 'hour' }
  return { count: Math.floor(over / dayMs), unit: 'day' }
}
