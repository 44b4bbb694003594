/**
 * Terms that stand in every search document beside its words, so that edition, blog and time narrow a search inside the index
 * instead of after it: a common word in a million articles costs no more than the months that are looked at. The colon
 * keeps them apart from words.
 */
export const narrowing = {
  edition: (id: number) => `edition:${id}`,
  blog: (id: number) => `blog:${id}`,
  /** UTC months: they only narrow; the exact bounds are compared with the date itself. */
  month: (at: Date) => `month:${at.toISOString().slice(0, 7)}`,
} as const

/** Text of a tsquery (to be cast, not parsed as words): all of `all`, and one of `any` if there are any. */
export function narrowingQuery(all: readonly string[], any: readonly string[] = []): string {
  const one = any.length > 0 ? [`(${any.map(quoted).join('|')})`] : []
  return [...all.map(quoted), ...one].join('&')
}

function quoted(term: string): string {
  return `'${term}'`
}
