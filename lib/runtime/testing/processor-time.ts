/**
 * What a piece of work costs, in milliseconds of this process's processor time, all its threads together: unlike the clock's, they are
 * the same on a busy machine, so a test may say that hostile input is no work.
 */
export async function processorMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
