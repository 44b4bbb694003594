type Handlers = {
  /** Ends everything in good order; the process exits when it settles. */
  readonly stop: (signal: NodeJS.Signals) => Promise<void>
  /** The second wish: end now. */
  readonly force: () => void
}

/**
 * A terminal sends Ctrl-C to every process of the command, and npm and bootstrap.mjs each hand on what they got: what
 * comes within this time is one wish.
 */
const oneWishMs = 700

/** Turns SIGINT, SIGTERM and SIGHUP into one orderly stop. */
export function onStopSignal({ stop, force }: Handlers): void {
  let firstAt = 0
  const hear = (signal: NodeJS.Signals) => {
    const now = performance.now()
    if (firstAt === 0) {
      firstAt = now
      void stop(signal)
    } else if (now - firstAt > oneWishMs) {
      force()
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear)
}
