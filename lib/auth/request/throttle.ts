import { createHash } from 'node:crypto'
import { countAttempt, forgetAttempts } from '#lib/store/people/attempts.ts'
import { clientAddress } from './request.ts'

export type Door = 'sign-in' | 'reset' | 'confirm' | 'code'

const windowMs = 15 * 60_000
/** Far above what a person mistypes, far below what guessing needs. An address may stand for a whole office. */
const mostPerAccount = 10
const mostPerAddress = 60

/**
 * Counts an attempt against the account and the network address it came from, before anything is looked up, so that accounts that
 * exist answer like those that don't. Returns the minutes to wait, or null when it may go on. Without an account the address alone counts.
 */
export async function throttle(door: Door, account: string | null): Promise<number | null> {
  const now = new Date()
  const [byAccount, byAddress] = await Promise.all([
    account === null ? null : countAttempt({ key: keyOf(door, 'account', account), windowMs, now }),
    countAttempt({ key: keyOf(door, 'address', await clientAddress()), windowMs, now }),
  ])
  const ends = [
    ...(byAccount && byAccount.count > mostPerAccount ? [byAccount.windowEndsAt] : []),
    ...(byAddress.count > mostPerAddress ? [byAddress.windowEndsAt] : []),
  ]
  if (ends.length === 0) return null
  return Math.max(1, ...ends.map((end) => Math.ceil((end.getTime() - now.getTime()) / 60_000)))
}

/** Who got in was no guesser: their account starts anew. The address does not, or one good account would pay for guesses. */
export function forgive(door: Door, account: string): Promise<void> {
  return forgetAttempts(keyOf(door, 'account', account))
}

/** Hashed: the table of attempts is no list of who tried to sign in from where. */
function keyOf(door: Door, kind: 'account' | 'address', value: string): string {
  return `${door}:${kind}:${createHash('sha256').update(value.trim().toLowerCase()).digest('hex')}`
}
