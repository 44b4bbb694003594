import { setTimeout as wait } from 'node:timers/promises'
import { type Postgres, startPostgres } from '../postgres/start.ts'
import { createBackoff } from '../serve/backoff.ts'
import { postgresFolder } from './database-steps.ts'
import type { Part } from './parts.ts'

/** Starts the embedded database again when it ends unasked. Meanwhile readers get stored copies. */
export function keepDatabase(options: {
  readonly first: Postgres
  readonly varDir: string
  readonly log: (line: string) => void
}): Part {
  const { varDir, log } = options
  let current = options.first
  let isStopping = false
  let settled: Promise<unknown> = Promise.resolve()
  const watch = async () => {
    const backoff = createBackoff()
    for (;;) {
      await current.ended
      for (let isUp = false; !isUp && !isStopping; ) {
        const delayMs = backoff.delayMs()
        log(`The database ended unasked; it starts again in ${delayMs / 1000} s.`)
        await wait(delayMs)
        if (isStopping) return
        isUp = await revive()
      }
      if (isStopping) return
      backoff.started()
      log('The database runs again.')
    }
  }
  const revive = async () => {
    try {
      const starting = startPostgres(postgresFolder(varDir))
      settled = starting.catch(() => undefined)
      current = await starting
      return true
    } catch (error) {
      log(error instanceof Error ? error.message : String(error))
      return false
    }
  }
  void watch()
  return {
    stop: async () => {
      isStopping = true
      // Stopped in the middle of a restart: what has just come up must go down again.
      await settled
      await current.stop()
    },
    abandon: () => {
      isStopping = true
      current.abandon()
    },
  }
}
