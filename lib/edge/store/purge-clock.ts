/**
 * By what renders and purges are ordered: the computer's clock, but never back. While that was set back, whatever comes next counts
 * as later than all that came before (Lamport's clock); `latestPurge` is what an earlier process left behind.
 */
export function createPurgeClock(now: () => number, latestPurge: number) {
  let rendered = 0
  let purged = latestPurge

  return {
    /** Of a render that begins now: it sees what every purge heard so far was about. */
    renderTime(): number {
      rendered = Math.max(now(), rendered, purged + 1)
      return rendered
    },
    /** Of a change that committed `ageMs` ago. While the clock is behind nobody can tell when that was: it counts as just now. */
    purgeTime(ageMs: number): number {
      const latest = Math.max(rendered, purged)
      const at = now() < latest ? latest : now() - ageMs
      purged = Math.max(purged, at)
      return at
    },
    /** Whether it has not come yet: a copy of that time was made before the clock was set back, and what was purged since is earlier. */
    isAhead: (time: number): boolean => time > Math.max(now(), rendered, purged + 1),
  }
}
