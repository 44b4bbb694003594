/**
 * Programs that read sites and say who they are, by the token they obey in robots.txt (their operators' own pages, as of 2026). Each
 * operator documents one token a purpose, so a newsroom can be found and still not be collected for training.
 */
export const crawlers = {
  search: ['Googlebot', 'Googlebot-News', 'Bingbot', 'Applebot', 'DuckDuckBot', 'YandexBot', 'Baiduspider', 'Yeti'],
  answers: [
    ...([
      'OAI-SearchBot',
      'ChatGPT-User',
      'Claude-SearchBot',
      'Claude-User',
      'PerplexityBot',
      'Perplexity-User',
    ] as const),
    ...(['DuckAssistBot', 'MistralAI-User', 'Amazonbot'] as const),
  ],
  training: [
    ...(['GPTBot', 'ClaudeBot', 'Google-Extended', 'Applebot-Extended', 'Meta-ExternalAgent', 'CCBot'] as const),
    ...(['Bytespider', 'cohere-training-data-crawler', 'Diffbot'] as const),
  ],
} as const

export const crawlerGroups = ['search', 'answers', 'training'] as const

export type Crawler = (typeof crawlers)[(typeof crawlerGroups)[number]][number]

const known: ReadonlySet<string> = new Set(crawlerGroups.flatMap((group) => [...crawlers[group]]))

export function isCrawler(token: string): token is Crawler {
  return known.has(token)
}
