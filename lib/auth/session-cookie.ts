import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '#lib/env/env.ts'

const names: readonly string[] = ['masthead.session_token', '__Secure-masthead.session_token']

/**
 * The session's token in a Cookie header, as the auth library signs it: value, dot, HMAC-SHA256 in base64, percent-encoded. For the
 * server's own handlers, where Next and the library are not. Null when there is none, or somebody else signed it.
 */
export function sessionTokenIn(cookies: string | undefined): string | null {
  const secret = env().authSecret
  if (!cookies || secret === null) return null
  for (const pair of cookies.split(';')) {
    const cut = pair.indexOf('=')
    if (!names.includes(pair.slice(0, cut).trim())) continue
    const value = decoded(pair.slice(cut + 1).trim())
    const dot = value.lastIndexOf('.')
    const token = value.slice(0, Math.max(0, dot))
    const seal = Buffer.from(value.slice(dot + 1))
    const ours = Buffer.from(createHmac('sha256', secret).update(token).digest('base64'))
    if (token && seal.length === ours.length && timingSafeEqual(seal, ours)) return token
  }
  return null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
