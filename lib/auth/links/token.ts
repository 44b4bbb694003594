import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for a link, and what is stored of it: a stolen database opens no door. */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Ids of people, in the auth library's form. */
export function newPersonId(): string {
  return randomBytes(24).toString('base64url')
}
