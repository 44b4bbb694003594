/** Query parameters that tell who sent a reader, never what they read. */
const trackers =
  /^(utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|ysclid|igshid?|mc_[ce]id|_openstat|_ga|_gl|ref_src|si|__twitter_impression|cmpid|at_.*|vero_id|oly_.*_id)$/i

/** Parameters with these names mean something on most sites, and tracking only on these. */
const siParameter = /(^|\.)(youtube\.com|youtu\.be|spotify\.com)$/

/** A link as an article may carry it: of the web or of mail, unwrapped from redirectors, without tracking. Null for any other. */
export function cleanHref(href: string): string | null {
  const text = href.trim()
  if (/^\/(?![/\\])[^\s\\]*$/.test(text)) return text
  const url = URL.parse(text)
  if (!url) return null
  if (url.protocol === 'mailto:') return /\s/.test(text) ? null : text
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  const target = wrapped(url)
  if (target) return cleanHref(target)
  for (const name of [...url.searchParams.keys()])
    if (trackers.test(name) && (name !== 'si' || siParameter.test(url.hostname))) url.searchParams.delete(name)
  // "Scroll to text" is what the sender marked, not a part of the page.
  url.hash = url.hash.replace(/:~:.*$/, '')
  return url.href.replace(/#$/, '')
}

/** Where a redirector leads: Google's results and Docs, Outlook's and Facebook's guards. */
function wrapped({ hostname, pathname, searchParams }: URL): string | null {
  if (/(^|\.)google\.[a-z.]+$/.test(hostname) && pathname === '/url')
    return searchParams.get('q') ?? searchParams.get('url')
  if (hostname.endsWith('.safelinks.protection.outlook.com')) return searchParams.get('url')
  if (/^lm?\.facebook\.com$/.test(hostname) && pathname === '/l.php') return searchParams.get('u')
  return null
}
