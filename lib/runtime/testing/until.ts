import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'

const mostMs = 60_000

type Found<T> = T | undefined | null | false

/**
 * Looks every 20 ms until something is found and answers it. Fails after a minute, far more than anything here takes: a busy machine
 * makes no test red. `what` is asked when it failed. How quick something is belongs to the bench.
 */
export async function until<T>(
  look: () => Found<T> | Promise<Found<T>>,
  what: () => string = () => `${look}`,
): Promise<T> {
  for (const end = performance.now() + mostMs; ; await pause(20)) {
    const found = await look()
    if (found) return found
    if (performance.now() > end) assert.fail(`Not within a minute: ${what()}`)
  }
}
