import { headers } from 'next/headers'

/** Written by the server over whatever came from outside (lib/runtime/serve/admin-request.ts). */
export const requestHeaders = { path: 'x-masthead-path', address: 'x-masthead-address', nonce: 'x-nonce' } as const

/** Path and query of the page that asks, to come back to. */
export async function currentPath(): Promise<string> {
  return safeNext((await headers()).get(requestHeaders.path))
}

/** Network address of who asks, for counting attempts. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get(requestHeaders.address) ?? 'unknown'
}

/** A place inside the newsroom to go on to. Whatever else a link names is the newsroom's first page: no open redirect. */
export function safeNext(next: string | null | undefined): string {
  const home = '/admin'
  if (!next || !/^\/admin(?:[/?]|$)/.test(next) || /[\\\p{Cc}]/u.test(next)) return home
  const url = URL.parse(next, 'http://inside.invalid')
  if (url?.host !== 'inside.invalid' || !/^\/admin(?:\/|$)/.test(url.pathname)) return home
  return /^\/admin\/(sign-in|confirm|reset|first-run|invitation)\b/.test(url.pathname)
    ? home
    : url.pathname + url.search
}
