import 'server-only'
import { createHash, createHmac } from 'node:crypto'
import { authSecret } from '#lib/env/env.ts'

/** Names a session's key in drafts on a device without naming the session. */
export function draftKeyId(sessionId: string): string {
  return createHash('sha256').update(`masthead draft ${sessionId}`).digest('hex').slice(0, 32)
}

/**
 * AES key of drafts on a device, base64: one for each person and session. Stored nowhere: the device holds what it opens, the
 * server what it is made of, and only this person gets it, so that a text outlives the session it was typed in.
 */
export function draftKey({ userId, keyId }: { readonly userId: string; readonly keyId: string }): string {
  return createHmac('sha256', authSecret()).update(`masthead draft key ${userId} ${keyId}`).digest('base64')
}
