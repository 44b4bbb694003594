import { setTimeout as wait } from 'node:timers/promises'
import { compress, identityOf } from './compress.ts'
import type { Entry } from './entry.ts'
import type { Memory } from './memory.ts'

// A page that is published several times in a row is packed once, and never while its first readers wait for it. The
// best effort takes 50 ms of processor for an article and saves an eighth of its bytes.
const restMs = 500

/** Compresses what readers come back to with all effort, one page at a time, while nobody waits. */
export function createUpgrades(memory: Memory, log: (message: string, error?: unknown) => void) {
  const wanted = new Set<Entry>()
  let isRunning = false

  async function run(): Promise<void> {
    isRunning = true
    for (const entry of wanted) {
      await wait(restMs, undefined, { ref: false })
      try {
        if (memory.get(entry.key) === entry) {
          entry.bodies = await compress(await identityOf(entry.bodies), 'best')
          entry.heads = null
          memory.resized(entry)
        }
      } catch (error) {
        log(`${entry.key} could not be compressed again`, error)
      }
      wanted.delete(entry)
    }
    isRunning = false
  }

  return {
    want(entry: Entry): void {
      if (wanted.size > 1000) return
      wanted.add(entry)
      if (!isRunning) void run()
    },
  }
}
