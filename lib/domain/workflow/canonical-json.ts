/**
 * One spelling for each value, whatever order its keys were written in (PostgreSQL's jsonb keeps its own order): keys
 * sorted by code unit, absent and undefined alike, as RFC 8785 has it for the values that occur here.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

/** Whether both have one canonical spelling, found without writing it: a long text is compared with each key. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSameJson(item, other[index]))
  if (!isRecord(one) || !isRecord(other)) return canonicalJson(one) === canonicalJson(other)
  let more = 0
  for (const key in other) if (other[key] !== undefined) more++
  for (const key in one) {
    if (one[key] === undefined) continue
    if (other[key] === undefined || !isSameJson(one[key], other[key])) return false
    more--
  }
  return more === 0
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
