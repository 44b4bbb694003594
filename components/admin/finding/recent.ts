import { findingLimits, type RecentRef, withRecent } from '#lib/domain/lists/found.ts'

/** Kinds and numbers only, apart for each person of a shared computer: the server says what they are called, and to whom. */
const keyOf = (userId: string) => `masthead-recent-${userId}`

export function readRecent(userId: string): readonly RecentRef[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isRef).slice(0, findingLimits.recent) : []
  } catch {
    // Storage that is switched off, full or of an earlier program remembers nothing.
    return []
  }
}

export function rememberRecent(userId: string, opened: RecentRef): void {
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(withRecent(readRecent(userId), opened)))
  } catch {
    // As above.
  }
}

function isRef(value: unknown): value is RecentRef {
  if (typeof value !== 'object' || value === null) return false
  return 'kind' in value && 'id' in value && typeof value.kind === 'string' && typeof value.id === 'string'
}
