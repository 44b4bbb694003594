import { withoutPassword } from '#lib/env/env.ts'
import { errorCode, StartFailure } from '../failure.ts'

/** What a failed connection says about the database. */
export type Trouble = 'unreachable' | 'not-yet' | 'refused-login' | 'no-such-database' | 'other'

const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
])

/** It may come up later: the one failure that a node with stored pages can wait out. */
export class UnreachableDatabase extends StartFailure {}

/** Reads an error of node-postgres: system codes, and SQLSTATEs of PostgreSQL's appendix A. */
export function troubleOf(error: unknown): Trouble {
  const code = errorCode(error) || errorCode((error as AggregateError | undefined)?.errors?.[0])
  if (network.has(code)) return 'unreachable'
  // Starting up or shutting down, and "too many clients": it will pass.
  if (code === '57P03' || code === '57P01' || code === '53300') return 'not-yet'
  if (code === '28P01' || code === '28000') return 'refused-login'
  if (code === '3D000') return 'no-such-database'
  // node-postgres has no code for its own time limit nor for a connection cut in the middle.
  if (error instanceof Error && /timeout|terminated unexpectedly/i.test(error.message)) return 'unreachable'
  return 'other'
}

/** A failed connection, as a failure that says what to do; a bug stays what it is. */
export function databaseFailure(error: unknown, url: string): unknown {
  const place = withoutPassword(url)
  const because = error instanceof Error && error.message ? ` (${error.message})` : ''
  switch (troubleOf(error)) {
    case 'unreachable':
    case 'not-yet':
      return new UnreachableDatabase(
        `The database at ${place} can't be reached${because || ` (${errorCode(error)})`}.`,
        'Start it, or correct DATABASE_URL. Without DATABASE_URL an embedded PostgreSQL is used.',
        error,
      )
    case 'refused-login':
      return new StartFailure(
        `The database at ${place} refuses the user or the password${because}.`,
        'Correct DATABASE_URL.',
        error,
      )
    case 'no-such-database':
      return new StartFailure(
        `The database at ${place} does not exist.`,
        'Create it (createdb), or correct DATABASE_URL.',
        error,
      )
    case 'other':
      return error
  }
}
