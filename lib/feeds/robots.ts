/** A crawler that the newsroom has decided about, by the name that it gives itself. */
export type CrawlerChoice = { readonly agent: string; readonly isAllowed: boolean }

/** What no crawler has any use for: forms, sign-in, variants of pages without end. */
const closed = ['/admin', '/api/auth', '/*/search?', '/search?']

/**
 * robots.txt (RFC 9309). A crawler obeys the group of its own name alone, so what is closed to all stands in each. `choices` are of
 * the settings; whom nobody has decided about may read.
 */
export function writeRobots(origin: string, choices: readonly CrawlerChoice[]): string {
  const group = (agent: string, lines: readonly string[]) => [`User-agent: ${agent}`, ...lines, ''].join('\n')
  const open = closed.map((path) => `Disallow: ${path}`)
  return [
    ...choices.map(({ agent, isAllowed }) => group(agent, isAllowed ? open : ['Disallow: /'])),
    group('*', open),
    `Sitemap: ${origin}/sitemap.xml`,
    `Sitemap: ${origin}/sitemaps/news.xml`,
    '',
  ].join('\n')
}
