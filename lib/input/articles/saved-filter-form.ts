import { z } from 'zod'
import { filterLimits } from '#lib/domain/lists/saved-filter.ts'
import { requiredLine, rowId } from '#lib/input/form-fields.ts'
import { filterFields, parseArticleFilter } from './article-filter.ts'

// Messages are codes: the action says them in the user's language (`shell.errors` of lib/i18n/admin).

const name = requiredLine(filterLimits.name)
/** Only what the list understands is kept: a filter leads to the list and nowhere else. */
const query = z.string('invalid').max(2_000, 'invalid').transform(cleanQuery).pipe(z.string().min(1, 'noFilter'))

export const newFilterForm = z.object({ name, query, isShared: z.literal('yes').optional() })
export const renameFilterForm = z.object({ id: rowId, name })
export const removeFilterForm = z.object({ id: rowId })

/** The filters of an address in the order of the form, without place and page; empty when it asks for everything. */
export function cleanQuery(text: string): string {
  const given = Object.fromEntries(new URLSearchParams(text))
  const filter = parseArticleFilter(given)
  if (Object.values(filter).every((value) => value === null)) return ''
  const kept = new URLSearchParams()
  for (const field of filterFields) {
    const value = given[field]?.trim()
    if (value) kept.set(field, value)
  }
  return kept.toString()
}
