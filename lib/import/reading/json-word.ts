/** A word out of JSON that somebody else wrote: what is neither text nor a number says nothing. */
export function jsonWord(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : ''
}

/** The members of an object of JSON; anything else has none. */
export function jsonMembers(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

export function jsonList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
