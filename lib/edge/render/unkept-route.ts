import type { Lifetime } from '#lib/domain/site/route.ts'
import type { PageRoute } from '../contract.ts'

/** Of what is rendered for one answer and never stored. */
export const unkept: Lifetime = { fresh: 0, staleWhileRevalidate: 0, staleIfError: 0, shared: 0, isLongTail: true }

/** The page at an internal address that no reader asks for: a private page, or the one that says "we failed". */
export function unkeptRoute(path: string, edition = '_'): PageRoute {
  return { kind: 'page', key: path, path, edition, lifetime: unkept }
}
