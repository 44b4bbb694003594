import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Route } from '#lib/domain/site/route.ts'
import type { FastLane } from './lane/fast-lane.ts'

export type PageRoute = Extract<Route, { kind: 'page' }>

export type PrivateRoute = Extract<Route, { kind: 'private' }>

/** Renders by Next: writes status, headers and body of `path` into `response`. */
export type Renderer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type Purge = {
  readonly tags: readonly string[]
  readonly hard: boolean
  /** How long ago it was written, when it is heard late or again: what was rendered since then stays. */
  readonly ageMs?: number
}

/** What decides beside the address. */
export type Asked = { readonly host: string | undefined; readonly method: string | undefined }

export type EdgeOptions = {
  readonly render: Renderer
  /** `route(key).key` is `key`: raw addresses are looked up by it before they are parsed. */
  readonly route: (url: string, asked: Asked) => Route
  /** Whether pages stand at this Host: what is stored is sent there without a question to `route`. */
  readonly hasPages: (host: string | undefined) => boolean
  /** Public origin; `https` brings HSTS, its host is what every render sees. */
  readonly siteUrl: string
  /** Values of Host that are answered; none listed means all. Pages never depend on it. */
  readonly hosts: readonly string[]
  /** Directory of the copies that outlive the process, shared by all workers; null keeps none. */
  readonly spillDir: string | null
  readonly spillBytes: number
  readonly memoryBytes: number
  /** Copies of another build are sent only when rendering fails. */
  readonly buildId: string
  /** Next's `.next/static` and the `public` folder; null in development, where Next serves them. */
  readonly files: { readonly next: string; readonly public: string } | null
  /** Nothing is kept or cleaned; statuses are still set. */
  readonly dev: boolean
  /** Internal address of the page that says "we failed" without the database. */
  readonly failurePath: (edition: string) => string
  /** Tells a CDN what a page was made from, where one is in front that understands it. */
  readonly tagHeader: 'Cache-Tag' | 'Surrogate-Key' | null
  readonly log: (message: string, error?: unknown) => void
  readonly now: () => number
}

export type EdgeStats = {
  readonly entries: number
  readonly bytes: number
  readonly hits: number
  readonly stale: number
  readonly misses: number
  readonly renders: number
  readonly failures: number
}

export type Edge = {
  /** Answers every request; what the routes call `pass` goes to the renderer untouched. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
  readonly purge: (purge: Purge) => void
  /** Answers stored pages straight on the sockets of a server whose requests go to `handle`. Not for development. */
  readonly openFastLane: (server: Server) => FastLane
  readonly stats: () => EdgeStats
  /** Finishes writing what is kept on disk. */
  readonly close: () => Promise<void>
}
