import { createHash } from 'node:crypto'
import { headers } from 'next/headers'
import { networkOf } from './network-of.ts'
import { safeNext } from './safe-next.ts'

/** Written by the server over whatever came from outside (lib/runtime/serve/admin-request.ts). */
export const requestHeaders = { path: 'x-masthead-path', address: 'x-masthead-address', nonce: 'x-nonce' } as const

/** Path and query of the page that asks, to come back to. */
export async function currentPath(): Promise<string> {
  return safeNext((await headers()).get(requestHeaders.path))
}

/** Network of who asks, for counting attempts. */
export async function clientAddress(): Promise<string> {
  return networkOf((await headers()).get(requestHeaders.address) ?? 'unknown')
}

/** The same as a key of counts, which names nobody. */
export async function clientKey(): Promise<string> {
  return createHash('sha256')
    .update(await clientAddress())
    .digest('hex')
}
