import type { Entry } from '../store/entry.ts'

// A purge of every page must not keep the process busy with pages that nobody reads: those wait for a reader.
const mostPerPurge = 64

/** Makes stale pages anew in the background, one at a time: those just asked for first, then those lately read. */
export function createRefresher(refresh: (key: string) => Promise<void>) {
  const asked = new Set<string>()
  const ahead = new Set<string>()
  let isRunning = false
  let isClosed = false

  async function run(): Promise<void> {
    isRunning = true
    for (let key = next(); key !== undefined && !isClosed; key = next()) {
      // Whoever rendered has said what went wrong; the stale copy stays.
      await refresh(key).catch(() => {})
    }
    isRunning = false
  }

  function next(): string | undefined {
    for (const queue of [asked, ahead]) {
      const [key] = queue
      if (key !== undefined) {
        queue.delete(key)
        return key
      }
    }
    return undefined
  }

  return {
    /** A reader was just given the stale copy. */
    want(key: string): void {
      asked.add(key)
      if (!isRunning) void run()
    },
    /** Purged pages that somebody reads: the new version is there before the next reader. */
    wantSome(entries: readonly Entry[]): void {
      for (const entry of entries.filter((each) => each.isUsed).slice(-mostPerPurge)) ahead.add(entry.key)
      if (!isRunning) void run()
    },
    close(): void {
      isClosed = true
    },
  }
}
