import { createHash } from 'node:crypto'

/** Names another site in keys: its host and path, the same over http and https; what has no address, by its title. */
export function siteKey(url: string, title: string): string {
  const site = URL.parse(url)
  if (site && /^https?:$/.test(site.protocol))
    return (site.host.replace(/^www\./, '') + site.pathname).replace(/\/+$/, '').slice(0, 300)
  return `title:${createHash('sha256').update(title.trim().toLowerCase()).digest('hex').slice(0, 24)}`
}
