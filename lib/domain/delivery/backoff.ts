/**
 * How long after a failed attempt the next one follows: quick while a receiver restarts, then patient for a day and a half, as Standard
 * Webhooks advises. After the last the sender gives up and says so in the log.
 */
const waitsMs = [5_000, 30_000, 120_000, 600_000, 3_600_000, 10_800_000, 36_000_000, 72_000_000] as const

export const mostAttempts = waitsMs.length + 1

/** When a delivery is tried again after `attempts` failures; null when it is given up. `chance`, 0 to 1, spreads receivers' load. */
export function nextAttempt(attempts: number, now: Date, chance: number): Date | null {
  const waitMs = waitsMs[attempts - 1]
  // Up to a fifth later: many deliveries that failed together do not come back together.
  return waitMs === undefined ? null : new Date(now.getTime() + Math.round(waitMs * (1 + chance / 5)))
}
