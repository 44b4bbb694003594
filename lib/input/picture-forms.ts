import { z } from 'zod'
import { digitalSources } from '#lib/domain/media/digital-source.ts'
import type { Bar } from '#lib/domain/media/rights.ts'
import { line, optionalLine, requiredLine, rowId } from '#lib/input/form-fields.ts'
import type { Query } from './paging.ts'

// Messages are codes: the action says them in the user's language (`shell.errors` of lib/i18n/admin).

export const pictureLimits = {
  alt: 500,
  caption: 2_000,
  credit: 300,
  rights: 2_000,
  location: 300,
  fileName: 255,
} as const

const day = z
  .string('invalid')
  .regex(/^(?:\d{4}-\d\d-\d\d)?$/, 'invalid')
  .transform((value) => (value ? new Date(`${value}T00:00:00Z`) : null))
  .refine((value) => value === null || !Number.isNaN(value.getTime()), 'invalid')
/** Thousandths are finer than any pixel that a reader gets. */
const share = z
  .string('invalid')
  .regex(/^\d{1,3}(?:\.\d{1,2})?$/, 'invalid')
  .transform((value) => Math.round(Number(value) * 10) / 1000)
  .refine((value) => value <= 1, 'invalid')

const which = { id: rowId, version: rowId }

export const pictureForm = z.object({ id: rowId })
export const focusForm = z.object({ ...which, x: share, y: share })
export const notesForm = z.object({
  ...which,
  credit: requiredLine(pictureLimits.credit),
  copyright: optionalLine(pictureLimits.credit),
  rights: optionalLine(pictureLimits.rights),
  rightsUntil: day,
  reuse: z.enum(['yes', 'no'], 'invalid').default('yes'),
  takenAt: day,
  location: optionalLine(pictureLimits.location),
  digitalSource: z.enum(['', ...digitalSources], 'invalid').transform((code) => code || null),
})
export const textsForm = z.object({
  ...which,
  locale: z.string('invalid').regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'invalid'),
  alt: line(pictureLimits.alt),
  caption: line(pictureLimits.caption),
  credit: optionalLine(pictureLimits.credit),
})

/** What a page says of a file before it sends it. The size is checked against what really comes. */
export const announcement = z.object({
  // A system may have names of files that are no text; the database keeps none.
  fileName: z
    .string()
    .max(pictureLimits.fileName)
    .transform((name) => name.replaceAll('\0', '').toWellFormed()),
  /** None is told apart from a size that makes no sense. */
  bytes: z.int().nonnegative(),
  replaces: z.int32().positive().nullable().default(null),
})

const bars = ['expired', 'no-reuse'] as const satisfies readonly Bar[]

/** Names in the address of the library. */
export const libraryFields = ['text', 'credit', 'from', 'until', 'lacks', 'rights'] as const

export function parseLibraryFilter(query: Query): {
  readonly text: string | null
  readonly credit: string | null
  readonly from: Date | null
  readonly until: Date | null
  readonly lacksAltIn: string | null
  readonly bar: Bar | null
} {
  const value = (name: (typeof libraryFields)[number]) => {
    const given = query[name]
    return typeof given === 'string' && given.trim() ? given.trim().slice(0, 200) : null
  }
  const until = dayOf(value('until'))
  return {
    ...{ text: value('text'), credit: value('credit'), from: dayOf(value('from')), lacksAltIn: value('lacks') },
    bar: bars.find((bar) => bar === value('rights')) ?? null,
    // The last day belongs to what was asked for.
    until: until && new Date(until.getTime() + 24 * 3_600_000),
  }
}

function dayOf(text: string | null): Date | null {
  const parsed = day.safeParse(text ?? '')
  return parsed.success ? parsed.data : null
}
