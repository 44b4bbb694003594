import { inspect } from 'node:util'

/** One line for a person, with the time; what went wrong follows below it. */
export function log(message: string, error?: unknown): void {
  const text =
    error === undefined ? '' : `\n${error instanceof Error ? (error.stack ?? error.message) : inspect(error)}`
  console.error(`${new Date().toISOString()} ${message}${text}`)
}
