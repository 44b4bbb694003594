import type { IncomingMessage, ServerResponse } from 'node:http'

export type { Lifetime, Route } from '#lib/domain/route.ts'

/** Renders by Next: writes status, headers and body of `path` into `response`. */
export type Renderer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type Purge = { readonly tags: readonly string[]; readonly hard: boolean }
