/** How many checks a step ran to success and to failure. */
export type Tally = { readonly passed: number; readonly failed: number }

export const noTally: Tally = { passed: 0, failed: 0 }

export function addTallies(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed }
}

/** One check, by exit code. */
export function tallyOfExit(code: number): Tally {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * From the summary lines that close node:test's TAP output. A skipped, cancelled or todo test counts as failed: a check that did not
 * run has not passed. So does a run without a summary, or with no test in it.
 */
export function tallyOfTap(tap: string, exitCode: number): Tally {
  const count = (name: string) => Number(tap.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0)
  const passed = count('pass')
  const failed = count('fail') + count('cancelled') + count('skipped') + count('todo')
  const isSilentFailure = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: isSilentFailure ? 1 : failed }
}

/** From Playwright's JSON report. A flaky or skipped test counts as failed. */
export function tallyOfPlaywright(report: string, exitCode: number): Tally {
  const stats = statsOf(report)
  if (!stats) return { passed: 0, failed: 1 }
  const failed = stats.unexpected + stats.flaky + stats.skipped
  const isSilentFailure = failed === 0 && (exitCode !== 0 || stats.expected === 0)
  return { passed: stats.expected, failed: isSilentFailure ? 1 : failed }
}

type Stats = Readonly<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>

function statsOf(report: string): Stats | null {
  try {
    const parsed: { readonly stats?: Stats } = JSON.parse(report)
    return parsed.stats ?? null
  } catch {
    return null
  }
}
