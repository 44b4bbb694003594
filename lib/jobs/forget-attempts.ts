import { setTimeout as pause } from 'node:timers/promises'
import { forgetAttemptsBefore } from '#lib/store/people/attempts.ts'
import { type Job, type Log, startJob } from './job.ts'

/** Longer than every window that is counted in: sign-in's quarter of an hour, a minute of the API and of passkeys. */
const keptMs = 3_600_000
const lookEveryMs = 3_600_000

/**
 * Takes old counts of attempts out, at start and every hour, in every process that serves: the API has one row for each address that ever
 * called, and nobody calls again from most of them.
 */
export function startForgettingAttempts(log: Log): Job {
  return startJob((signal) => keepForgetting(signal, log))
}

async function keepForgetting(signal: AbortSignal, log: Log): Promise<void> {
  while (!signal.aborted) {
    await forgetAttemptsBefore(new Date(Date.now() - keptMs)).catch((error) =>
      log('Old counts of attempts could not be deleted', error),
    )
    await pause(lookEveryMs, undefined, { signal }).catch(() => undefined)
  }
}
