/** Runs work once per key however many ask for it meanwhile, and at most `limit` pieces at a time. */
export function atMost<T>(limit: number): (key: string, work: () => Promise<T>) => Promise<T> {
  const flights = new Map<string, Promise<T>>()
  const waiting: (() => void)[] = []
  let running = 0

  async function run(work: () => Promise<T>): Promise<T> {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      // The place is handed over, not given back: nobody slips in between.
      if (next) next()
      else running--
    }
  }

  return (key, work) => {
    const flying = flights.get(key)
    if (flying) return flying
    const flight = run(work).finally(() => flights.delete(key))
    flights.set(key, flight)
    return flight
  }
}
