import { routeOf } from '../routes/routes.ts'

/**
 * Whether an absolute address is that of a feed which tells of changes, as the feed itself spells it: a subscriber of any other would
 * wait for ever. Older pages and searches are feeds, but no change is told of them. Only the feed knows whether it is there.
 */
export function isFeedTopic(origin: string, address: string): boolean {
  const url = URL.parse(address)
  if (url === null || url.href !== address || url.origin !== origin || url.hash) return false
  const route = routeOf(url.pathname + url.search)
  const isItself = route.kind === 'page' && route.key === url.pathname + url.search
  return isItself && /^\/feeds\/[^/]+\/(?!search\/)/.test(route.path) && !/[?&](?:before|after)=/.test(url.search)
}
