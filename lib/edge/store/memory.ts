import { bytesOf, type Entry } from './entry.ts'

/**
 * Entries by key, bounded in bytes. Eviction gives whatever was sent since its last look a second round, so that a hit
 * costs one assignment. Misses and rare variants have an eighth to themselves: nobody can push the site out by asking
 * for pages that don't exist.
 */
export function createMemory(maxBytes: number) {
  const byKey = new Map<string, Entry>()
  const byTag = new Map<string, Set<Entry>>()
  const main = { limit: maxBytes, bytes: 0, ring: new Map<Entry, number>() }
  const tail = { limit: maxBytes / 8, bytes: 0, ring: new Map<Entry, number>() }

  function remove(entry: Entry): void {
    const shelf = entry.isTail ? tail : main
    const size = shelf.ring.get(entry)
    if (size === undefined) return
    shelf.ring.delete(entry)
    shelf.bytes -= size
    if (byKey.get(entry.key) === entry) byKey.delete(entry.key)
    for (const tag of entry.tags) {
      const tagged = byTag.get(tag)
      tagged?.delete(entry)
      if (tagged?.size === 0) byTag.delete(tag)
    }
  }

  function put(entry: Entry): void {
    const old = byKey.get(entry.key)
    if (old) remove(old)
    const shelf = entry.isTail ? tail : main
    const size = bytesOf(entry)
    if (size > shelf.limit) return
    byKey.set(entry.key, entry)
    shelf.ring.set(entry, size)
    shelf.bytes += size
    for (const tag of entry.tags) {
      const tagged = byTag.get(tag)
      if (tagged) tagged.add(entry)
      else byTag.set(tag, new Set([entry]))
    }
    evict(shelf)
  }

  function evict(shelf: typeof main): void {
    for (const [entry, size] of shelf.ring) {
      if (shelf.bytes <= shelf.limit) return
      if (entry.isUsed) {
        entry.isUsed = false
        shelf.ring.delete(entry)
        shelf.ring.set(entry, size)
      } else {
        remove(entry)
      }
    }
  }

  return {
    get: (key: string): Entry | undefined => byKey.get(key),
    put,
    remove,
    /** Measures an entry again whose bodies were replaced. */
    resized: (entry: Entry): void => {
      if (byKey.get(entry.key) === entry) put(entry)
    },
    tagged: (tags: readonly string[]): readonly Entry[] => [
      ...new Set(tags.flatMap((tag) => [...(byTag.get(tag) ?? [])])),
    ],
    size: () => ({ entries: byKey.size, bytes: main.bytes + tail.bytes }),
  }
}

export type Memory = ReturnType<typeof createMemory>
