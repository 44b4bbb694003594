import { parseArgs } from 'node:util'
import { StartFailure } from '../failure.ts'

export type BenchOptions = {
  /** Articles in the database that lists, search and uncached pages are measured on. */
  readonly articles: number
  readonly rounds: number
  /** Seconds of one round of load. */
  readonly seconds: number
}

const usage = 'npm run bench -- [--articles 20000] [--rounds 5] [--seconds 3]'

export function parseBenchOptions(args: readonly string[]): BenchOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { articles: { type: 'string' }, rounds: { type: 'string' }, seconds: { type: 'string' } },
    })
    return {
      articles: wholeNumber(values.articles ?? '20000', 1000, 10_000_000),
      rounds: wholeNumber(values.rounds ?? '5', 1, 99),
      seconds: wholeNumber(values.seconds ?? '3', 1, 600),
    }
  } catch (error) {
    throw new StartFailure(error instanceof Error ? error.message : String(error), usage)
  }
}

function wholeNumber(text: string, least: number, most: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new Error(`"${text}" is not a whole number from ${least} to ${most}.`)
}
