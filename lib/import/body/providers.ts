/** Sites whose pages stand in articles as embeds: by host, and what the page behind a player's address is. */
export const providers: readonly (readonly [name: string, host: RegExp, page?: (url: URL) => string | null])[] = [
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
  ['Threads', /(^|\.)threads\.(net|com)$/],
  ['Pinterest', /(^|\.)(pinterest\.[a-z.]+|pin\.it)$/],
  ['Tumblr', /(^|\.)tumblr\.com$/],
  ['Imgur', /(^|\.)imgur\.com$/],
  ['TED', /(^|\.)ted\.com$/],
  ['SlideShare', /(^|\.)slideshare\.net$/],
  ['Speaker Deck', /(^|\.)speakerdeck\.com$/],
  ['Issuu', /(^|\.)issuu\.com$/],
  ['Mixcloud', /(^|\.)mixcloud\.com$/],
  ['ReverbNation', /(^|\.)reverbnation\.com$/],
  ['Pocket Casts', /(^|\.)(pca\.st|pocketcasts\.com)$/],
  ['Anghami', /(^|\.)anghami\.com$/],
  ['SmugMug', /(^|\.)smugmug\.com$/],
  ['Kickstarter', /(^|\.)(kickstarter\.com|kck\.st)$/],
  ['Crowdsignal', /(^|\.)(crowdsignal\.com|polldaddy\.com|poll\.fm|survey\.fm)$/],
  ['Animoto', /(^|\.)animoto\.com$/],
  ['Cloudup', /(^|\.)cloudup\.com$/],
  ['VideoPress', /(^|\.)videopress\.com$/],
  ['WordPress.tv', /(^|\.)wordpress\.tv$/],
  ['Amazon Kindle', /^(read\.amazon\.[a-z.]+|a\.co|amzn\.to)$/],
  ['Wolfram', /(^|\.)wolframcloud\.com$/],
  ['Canva', /(^|\.)canva\.com$/],
  ['Odnoklassniki', /(^|\.)ok\.ru$/],
  ['Aparat', /(^|\.)aparat\.com$/],
  ['Google Maps', /(^|\.)google\.[a-z.]+$/],
  ['Scribd', /(^|\.)scribd\.com$/],
  ['Datawrapper', /(^|\.)(datawrapper\.de|dwcdn\.net)$/],
  ['Flourish', /(^|\.)flourish\.studio$/],
]

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
