/** What the handlers of app/ take that are asked past the page cache. A 405 names it (RFC 9110, 15.5.6), and the framework's names nothing. */
const handlers: readonly (readonly [address: RegExp, methods: string])[] = [
  [/^\/admin\/articles\/[^/]+\/(?:presence|working-copy)$/, 'OPTIONS, POST'],
  [/^\/admin\/(?:imports|uploads|sign-in-here)$/, 'OPTIONS, POST'],
  [/^\/admin\/imports\/[^/]+$/, 'GET, HEAD, OPTIONS, PUT'],
  [/^\/admin\/uploads\/[^/]+$/, 'DELETE, GET, HEAD, OPTIONS, PUT'],
  [/^\/admin\/audit\/export$/, 'GET, HEAD, OPTIONS'],
  [/^\/api\/auth\/.+$/, 'GET, HEAD, OPTIONS, POST'],
  [/^\/api\/calendar\/[^/]+$/, 'GET, HEAD, OPTIONS'],
  [/^\/api\/v1\/.+$/, 'GET, HEAD, OPTIONS'],
  [/^\/websub$/, 'OPTIONS, POST'],
  [/^\/[0-9a-f]{32}\.txt$/, 'GET, HEAD, OPTIONS'],
]

export function passedMethods(pathname: string): string | null {
  return handlers.find(([address]) => address.test(pathname))?.[1] ?? null
}
