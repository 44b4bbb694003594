import type { Embed } from '#lib/domain/text/body.ts'
import { providers } from './providers.ts'

/** Something of another site as a block: its page, not its player. Null where the address can't be one. */
export function embedOf(
  address: string,
  words: { readonly title?: string; readonly fallback?: string } = {},
): Embed | null {
  const url = URL.parse(address.startsWith('//') ? `https:${address}` : address)
  if (!url || !/^https?:$/.test(url.protocol) || url.username) return null
  const known = providers.find(([, host]) => host.test(url.hostname))
  const named = URL.parse(known?.[2]?.(url) ?? '')
  // A player's address may name anything as its page.
  const page = named && /^https?:$/.test(named.protocol) && !named.username ? named : url
  page.protocol = 'https:'
  const provider = known?.[0] ?? page.hostname.replace(/^www\./, '')
  const title = tidy(words.title ?? '') || provider
  return { kind: 'embed', provider, url: page.href, title, fallback: tidy(words.fallback ?? '') || page.href }
}

/** Whether a line that is only this address stood for what is there (WordPress's oEmbed). */
export function isEmbeddable(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.pathname !== '/' && providers.some(([, host]) => host.test(url.hostname))
}

/** The page of a video by the short names that shortcodes use. */
export function addressOfShortcode(name: string, value: string): string | null {
  if (/^https?:\/\//.test(value)) return value
  if (!/^[\w./-]+$/.test(value)) return null
  const base = bases[name]
  return base ? `${base}${value}` : null
}

const bases: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  dailymotion: 'https://www.dailymotion.com/video/',
  tweet: 'https://x.com/i/status/',
  instagram: 'https://www.instagram.com/p/',
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 2000)
}
