/**
 * Browsers say where a request comes from, and no page can write that for them (Fetch Metadata; Origin for older ones). For routes
 * that change something: Next asks the same of server actions.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = request.headers.get('origin')
  return origin !== null && URL.parse(origin)?.host === request.headers.get('host')
}
