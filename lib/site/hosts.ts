import type { Route } from '#lib/domain/site/route.ts'
import { missing, rootFiles, routeOf, splitTarget } from './routes/routes.ts'

/** Whose host a request came to; `both` where the newsroom has none of its own (ADMIN_URL). */
export type HostKind = 'both' | 'reader' | 'newsroom'

/** Whose an address is, by its path alone; `odd` is a spelling that two programs could read as two addresses. */
export type PlaceKind = 'newsroom' | 'reader' | 'file' | 'home' | 'robots' | 'odd'

type Answer = 'served' | 'missing' | 'to-newsroom' | 'no-robots'

/** What stands where, once the newsroom has a host of its own (docs/decisions/0019-a-host-for-the-newsroom.md). */
const answers: Readonly<Record<PlaceKind, Readonly<Record<Exclude<HostKind, 'both'>, Answer>>>> = {
  newsroom: { reader: 'missing', newsroom: 'served' },
  reader: { reader: 'served', newsroom: 'missing' },
  file: { reader: 'served', newsroom: 'served' },
  home: { reader: 'served', newsroom: 'to-newsroom' },
  robots: { reader: 'served', newsroom: 'no-robots' },
  odd: { reader: 'missing', newsroom: 'missing' },
}

/** Header Host is whatever a client writes: it counts only when it is exactly the newsroom's. All else is the readers'. */
export function hostKind(host: string | undefined, adminHost: string | null): HostKind {
  if (adminHost === null) return 'both'
  return host?.toLowerCase() === adminHost ? 'newsroom' : 'reader'
}

export function placeOf(pathname: string): PlaceKind {
  // Data addresses of the framework are other names of pages.
  if (/\/\.{1,2}(?:\/|$)|\/\/|\\|;|%(?:2e|2f|3b|5c)|^\/_next\/(?:data|image)/i.test(pathname)) return 'odd'
  if (pathname === '/') return 'home'
  if (pathname === '/robots.txt') return 'robots'
  if (/^\/(?:admin(?:\/|$)|api(?:\/|$)(?!v1(?:\/|$))|preview\/(?:article|front)\/)/.test(pathname)) return 'newsroom'
  if (/^\/(?:_next\/|__nextjs|fonts\/|media\/|health$)/.test(pathname)) return 'file'
  return rootFiles.has(pathname.slice(1)) ? 'file' : 'reader'
}

type Request = { readonly url: string; readonly host: string | undefined; readonly method: string | undefined }

/** What the server does with a request to this host: what the address alone says, where it stands there. */
export function routeAt({ url, host, method }: Request, adminHost: string | null): Route {
  const route = routeOf(url)
  const kind = hostKind(host, adminHost)
  if (kind === 'both') return route
  const { pathname } = splitTarget(url)
  const place = placeOf(pathname)
  const answer = answers[place][kind]
  if (answer === 'to-newsroom') return { kind: 'redirect', location: '/admin' }
  if (answer === 'no-robots') return { kind: 'text', status: 200, text: 'User-agent: *\nDisallow: /' }
  if (kind === 'newsroom') return answer === 'served' ? route : nothing
  // Readers get the page that stands at any address without content. An odd one of theirs is theirs to mend, as everywhere.
  if (answer === 'missing' && (place !== 'odd' || route.kind === 'pass')) return missing(null)
  // The framework takes a server action wherever a POST reaches it: of what it is passed, our hub alone is posted to.
  const isPosted = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
  return route.kind === 'pass' && isPosted && pathname !== '/websub' ? missing(null) : route
}

const nothing: Route = { kind: 'text', status: 404, text: 'There is nothing at this address.' }
