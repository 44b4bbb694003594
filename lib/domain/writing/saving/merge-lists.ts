import { diff3Merge, diffIndices } from 'node-diff3'
import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'

/** Two texts that grew from one. */
export type Three<T> = { readonly base: T; readonly mine: T; readonly theirs: T }

/** A stretch of a merged list: agreed, or changed by both in different ways. */
export type Part<T> =
  | { readonly kind: 'agreed'; readonly items: readonly T[] }
  | ({ readonly kind: 'conflict' } & Three<readonly T[]>)

/** Three-way merge of lists (Khanna, Kunal and Pierce, "A Formal Investigation of Diff3", 2007). Items are equal when their values are. */
export function mergeLists<T>({ base, mine, theirs }: Three<readonly T[]>): readonly Part<T>[] {
  const values = new Map<string, T>()
  const keysOf = (items: readonly T[]) =>
    items.map((item) => {
      const key = canonicalJson(item)
      values.set(key, item)
      return key
    })
  const itemsOf = (keys: readonly string[] = []) => keys.map((key) => values.get(key) as T)
  return diff3Merge(keysOf(mine), keysOf(base), keysOf(theirs), { excludeFalseConflicts: true }).map((region) =>
    region.conflict
      ? {
          kind: 'conflict',
          base: itemsOf(region.conflict.o),
          mine: itemsOf(region.conflict.a),
          theirs: itemsOf(region.conflict.b),
        }
      : { kind: 'agreed', items: itemsOf(region.ok) },
  )
}

/** The merged list, or null where something has to be asked. */
export function mergedList<T>(three: Three<readonly T[]>): readonly T[] | null {
  const items: T[] = []
  for (const part of mergeLists(three)) {
    if (part.kind === 'conflict') return null
    items.push(...part.items)
  }
  return items
}

type Stretch = readonly [from: number, length: number]

/** The stretches in which two lists differ. Between them both are the same. */
export function differences(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [Stretch, Stretch])[] {
  return diffIndices([...before], [...after]).map(({ buffer1, buffer2 }) => [buffer1, buffer2])
}
