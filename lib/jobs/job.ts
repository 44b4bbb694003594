/** Something that every process which serves does again and again. */
export type Job = {
  /** Settles when what is under way has come to its end. */
  readonly stop: () => Promise<void>
}

/** One line for an operator. */
export type Log = (message: string, error?: unknown) => void

/** Starts work that goes on until its signal comes. */
export function startJob(work: (signal: AbortSignal) => Promise<void>): Job {
  const stopping = new AbortController()
  const ended = work(stopping.signal)
  return {
    stop: () => {
      stopping.abort()
      return ended
    },
  }
}
