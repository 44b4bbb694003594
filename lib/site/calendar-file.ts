import ical, { ICalEventClass, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { CalendarEntry } from '#lib/domain/publishing/calendar.ts'
import { absolute } from '#lib/site/urls.ts'

export const calendarFileType = 'text/calendar; charset=utf-8'

/** How often a program need ask (RFC 7986, 5.7): most ask far less often whatever is said. */
const refreshSeconds = 15 * 60

/**
 * Deadlines are no part of it: programs take a change by the version of the article (RFC 5545, 3.8.7.4), which a deadline leaves as it
 * is, and a time that is no longer so would stand in somebody's calendar.
 */
export type FileEntry = CalendarEntry & { readonly kind: Exclude<CalendarEntry['kind'], 'deadline'> }

export function isInFile(entry: CalendarEntry): entry is FileEntry {
  return entry.kind !== 'deadline'
}

/**
 * Entries as an iCalendar file (RFC 5545). Times are UTC, so no clock of ours is needed to read them. An article keeps its UID from
 * the plan to its publication: a program moves what it has, and drops what is no longer there. Nothing in it depends on when it is asked.
 */
export function calendarFile(calendar: {
  readonly name: string
  /** BCP 47, of the words. */
  readonly language: string
  readonly entries: readonly FileEntry[]
  /** Its host stands in what programs know an entry by. */
  readonly siteUrl: string
  /** Where its entries lead. */
  readonly adminUrl: string
  readonly summaryOf: (entry: FileEntry) => string
}): string {
  const { name, language, entries, siteUrl, adminUrl, summaryOf } = calendar
  const { hostname } = new URL(siteUrl)
  return ical({
    ...{ name: oneLine(name), ttl: refreshSeconds },
    prodId: { company: 'Masthead', product: 'Calendar', language: language.toUpperCase() },
    events: entries.map((entry) => ({
      id: `${uidOf(entry)}@${hostname}`,
      start: entry.at,
      // Without METHOD a stamp says when the entry last changed, not when the file was made (RFC 5545, 3.8.7.2).
      ...{ stamp: entry.changedAt, lastModified: entry.changedAt, sequence: entry.version ?? 0 },
      summary: oneLine(summaryOf(entry)),
      url: absolute(adminUrl, entry.kind === 'alert' ? '/admin/alerts' : `/admin/articles/${entry.id}`),
      status: entry.kind === 'embargo' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      // A moment of the newsroom takes no time of the person's day, and is nobody else's to see.
      transparency: ICalEventTransparency.TRANSPARENT,
      class: ICalEventClass.CONFIDENTIAL,
    })),
  }).toString()
}

/** What goes out and what went out are one event; a newer text, an embargo or a withdrawal stands beside it. */
function uidOf({ kind, id }: FileEntry): string {
  switch (kind) {
    case 'scheduled':
    case 'published':
      return `article-${id}`
    case 'update':
    case 'embargo':
    case 'withdrawal':
      return `article-${id}-${kind}`
    case 'alert':
      return `alert-${id}`
  }
}

/** The writer escapes line feeds but lets carriage returns through, after which a program would read properties of somebody's making. */
function oneLine(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}+/gu, ' ')
}
