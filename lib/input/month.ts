import type { Month } from '#lib/domain/lists/listing.ts'

/** A month as archive addresses have it: `2026-11`. */
export function parseMonth(segment: string): Month | null {
  const match = /^(\d{4})-(\d{2})$/.exec(segment)
  if (!match) return null
  const year = Number(match[1])
  const month = Number(match[2])
  return year >= 1900 && month >= 1 && month <= 12 ? { year, month } : null
}
