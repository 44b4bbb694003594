const firstMs = 200
const longestMs = 30_000
/** Who ran this long was well: the next end counts as the first. */
const wellAfterMs = 60_000

/** How long to wait before something that ended is started again: longer each time that it ends soon. */
export function createBackoff(now: () => number = Date.now) {
  let failures = 0
  let startedAt = now()
  return {
    started: () => {
      startedAt = now()
    },
    delayMs: (): number => {
      failures = now() - startedAt >= wellAfterMs ? 1 : failures + 1
      return Math.min(firstMs * 2 ** (failures - 1), longestMs)
    },
  }
}
