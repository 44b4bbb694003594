/** A date of RFC 822 or ISO 8601, with its zone. Null for what is no date, or a year that no article has. */
export function dateIn(text: string): Date | null {
  if (!text.trim()) return null
  // Without a zone a date means another moment on every machine: UTC, for want of better.
  const isBare = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/.test(text.trim())
  const date = new Date(isBare ? `${text.trim().replace(' ', 'T')}${text.includes(':') ? 'Z' : ''}` : text)
  const year = date.getUTCFullYear()
  return Number.isNaN(date.getTime()) || year < 1800 || year > 9000 ? null : date
}
