/**
 * Whether rendering works. After a failure readers who can be given a stored copy never wait: one attempt at a time
 * and at most one a second goes ahead in the background, until one succeeds.
 */
export function createHealth(now: () => number) {
  let failedAt: number | null = null
  let triedAt = 0

  return {
    succeeded: () => {
      failedAt = null
    },
    failed: () => {
      failedAt = now()
      triedAt = failedAt
    },
    isDown: () => failedAt !== null,
    /** True once a second while down, always while up. */
    mayTry: () => {
      if (failedAt === null) return true
      // Negative after the clock was set back: nobody waits until it caught up.
      const sinceMs = now() - triedAt
      if (sinceMs >= 0 && sinceMs < 1000) return false
      triedAt = now()
      return true
    },
  }
}
