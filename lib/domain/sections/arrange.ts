/** The list with one entry at another place; the same list when there is no such entry or place. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from]
  if (item === undefined || from === to || to < 0 || to >= items.length) return items
  const others = items.filter((_, position) => position !== from)
  return [...others.slice(0, to), item, ...others.slice(to)]
}
