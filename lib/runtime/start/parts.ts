import { onStopSignal } from './signals.ts'

/** Something that was started, and ends in the opposite order. */
export type Part = {
  /** In good order. */
  readonly stop: () => Promise<void>
  /** At once. */
  readonly abandon: () => void
}

/**
 * Ends the parts when a signal asks for it, then the process: with 0 once `open` (the answer) was called, with 130
 * before. `parts` may still grow meanwhile.
 */
export function stopInOrder(parts: readonly Part[], say: (line: string) => void): () => void {
  let isOpen = false
  onStopSignal({
    stop: async (signal) => {
      if (isOpen) say(`\n${signal}: finishing requests, then the database. Once more ends it at once.`)
      try {
        for (const part of parts.toReversed()) await part.stop()
      } catch (error) {
        console.error(error)
        process.exit(1)
      }
      say('Stopped.')
      process.exit(isOpen ? 0 : 130)
    },
    force: () => {
      for (const part of parts.toReversed()) part.abandon()
      process.exit(130)
    },
  })
  return () => {
    isOpen = true
  }
}
