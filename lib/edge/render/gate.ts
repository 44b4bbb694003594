/** Lets `width` jobs run at a time; refuses when `length` already wait. */
export function createGate({ width, length }: { readonly width: number; readonly length: number }) {
  const waiting: (() => void)[] = []
  let running = 0

  return async function pass<T>(job: () => Promise<T>): Promise<T> {
    if (running >= width) {
      if (waiting.length >= length) throw new GateFull()
      // Whoever leaves hands its place over: `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else {
      running += 1
    }
    try {
      return await job()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

export class GateFull extends Error {
  override name = 'GateFull'
}
