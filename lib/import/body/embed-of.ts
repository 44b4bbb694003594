import type { Embed } from '#lib/domain/text/body.ts'

/** Sites whose pages stand in articles as embeds: by host, and what the page behind a player's address is. */
const providers: readonly (readonly [name: string, host: RegExp, page?: (url: URL) => string | null])[] = [
  ['YouTube', /(^|\.)(youtube(-nocookie)?\.com|youtu\.be)$/, youTubePage],
  ['Vimeo', /(^|\.)vimeo\.com$/, (url) => pageOfId(/\/video\/(\d+)/.exec(url.pathname)?.[1], 'https://vimeo.com/')],
  ['X', /(^|\.)(twitter|x)\.com$/],
  ['Facebook', /(^|\.)(facebook\.com|fb\.watch)$/, (url) => url.searchParams.get('href')],
  ['Instagram', /(^|\.)instagram\.com$/],
  ['TikTok', /(^|\.)tiktok\.com$/],
  ['Telegram', /(^|\.)(t\.me|telegram\.(me|org))$/],
  ['VK', /(^|\.)(vk\.com|vkvideo\.ru)$/],
  ['Rutube', /(^|\.)rutube\.ru$/],
  ['SoundCloud', /(^|\.)soundcloud\.com$/, (url) => url.searchParams.get('url')],
  ['Spotify', /(^|\.)spotify\.com$/, (url) => url.href.replace('/embed/', '/')],
  ['Dailymotion', /(^|\.)(dailymotion\.com|dai\.ly)$/, (url) => url.href.replace('/embed/', '/')],
  ['Flickr', /(^|\.)(flickr\.com|flic\.kr)$/],
  ['Reddit', /(^|\.)reddit\.com$/],
  ['Bluesky', /(^|\.)bsky\.app$/],
  ['Google Maps', /(^|\.)google\.[a-z.]+$/],
  ['Scribd', /(^|\.)scribd\.com$/],
  ['Datawrapper', /(^|\.)(datawrapper\.de|dwcdn\.net)$/],
  ['Flourish', /(^|\.)flourish\.studio$/],
]

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

function youTubePage(url: URL): string | null {
  const id = /\/(?:embed|v|shorts|live)\/([\w-]{6,})/.exec(url.pathname)?.[1]
  return pageOfId(
    id ?? (url.hostname === 'youtu.be' ? url.pathname.slice(1) : undefined),
    'https://www.youtube.com/watch?v=',
  )
}

function pageOfId(id: string | undefined, base: string): string | null {
  return id ? base + id : null
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 2000)
}
