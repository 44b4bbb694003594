/** What the server does with a request. lib/site/routes/routes.ts decides it from the URL alone, without the database. */
export type Route =
  /** Reader and machine pages: cached under `key`, rendered by Next at `path`. */
  | {
      readonly kind: 'page'
      /** Path plus the declared query parameters in their declared order: `utm_*` never makes a new entry. */
      readonly key: string
      /** Internal address for Next: the edition always first (`/_/latest?before=…`). */
      readonly path: string
      readonly lifetime: Lifetime
      /** Edition key for the failure page, `_` for the default edition. */
      readonly edition: string
    }
  /** Rendered by Next at `path` for this one request, with its cookies, and kept by nobody: a preview. */
  | { readonly kind: 'private'; readonly path: string }
  /** A spelling that is not the canonical one: trailing slash, upper case, doubled slash. */
  | { readonly kind: 'redirect'; readonly location: string }
  /** Answered with this text by the server itself. */
  | { readonly kind: 'text'; readonly status: 200 | 404; readonly text: string }
  /** Everything else goes to Next (or another handler) untouched: admin, actions, Next's own files. */
  | {
      readonly kind: 'pass'
      /** The methods of what answers there, for a 405 to name; null where that says it itself. */
      readonly methods: string | null
    }

/** Seconds. A tagged page is fresh until purged; these bound what a lost purge or a CDN can do. */
export type Lifetime = {
  readonly fresh: number
  readonly staleWhileRevalidate: number
  readonly staleIfError: number
  /** For browsers and CDNs, which no purge reaches. */
  readonly shared: number
  /** Too many variants to keep: search is compressed, tagged and told to CDNs, but kept only briefly. */
  readonly isLongTail: boolean
}
